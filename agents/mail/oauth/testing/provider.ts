import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A code that was given, until it is exchanged. */
interface Given {
  readonly redirect: string
  readonly challenge: string
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

/** The client that is registered. */
export const CLIENT: Client = { clientId: 'voronka', clientSecret: 'тайна' }

/** A service of a test's own, on loopback, that asks for consent and gives tokens (RFC 6749, RFC 7636, RFC 7662); its clients lead back to `redirects`. */
export async function startProvider({ redirects = [] }: { readonly redirects?: readonly string[] } = {}) {
  const registered = [...redirects]
  const codes = new Map<string, Given>()
  const refreshTokens = new Set<string>()
  const accessTokens = new Set<string>()
  const asked: URLSearchParams[] = []
  let [givesRefresh, isRotating, isDown] = [true, false, false]

  /** The page where its person is asked: two links, one for each answer. */
  function authorize({ searchParams: query }: URL): Answer {
    asked.push(query)
    const redirect = query.get('redirect_uri') ?? ''
    const isPlain = query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256'
    // Of a client that it does not know it leads nowhere (RFC 6749, 4.1.2.1).
    if (query.get('client_id') !== CLIENT.clientId) return failed('invalid_client', 401)
    if (!registered.includes(redirect)) return failed('redirect_uri_mismatch')
    if (isPlain) return failed('invalid_request')
    const code = randomBytes(8).toString('hex')
    codes.set(code, { redirect, challenge: query.get('code_challenge') ?? '' })
    const back = (values: Readonly<Record<string, string>>) => {
      const url = new URL(redirect)
      for (const [name, value] of Object.entries({ ...values, state: query.get('state') ?? '' }))
        url.searchParams.set(name, value)
      return url.href.replaceAll('&', '&amp;')
    }
    const links = `<a href="${back({ code })}">Allow</a> <a href="${back({ error: 'access_denied' })}">Deny</a>`
    return { status: 200, type: 'text/html', body: `<!doctype html><title>Consent</title>${links}` }
  }

  function token(form: URLSearchParams): Answer {
    asked.push(form)
    const isClient =
      form.get('client_id') === CLIENT.clientId && (form.get('client_secret') ?? '') === CLIENT.clientSecret
    if (!isClient) return failed('invalid_client', 401)
    if (form.get('grant_type') === 'authorization_code') return exchange(form)
    const kept = form.get('refresh_token') ?? ''
    if (!refreshTokens.has(kept)) return failed('invalid_grant')
    if (isRotating) refreshTokens.delete(kept)
    return given(isRotating)
  }

  function exchange(form: URLSearchParams): Answer {
    const code = form.get('code') ?? ''
    const known = codes.get(code)
    codes.delete(code)
    const verifier = form.get('code_verifier') ?? ''
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    if (known && known.redirect !== form.get('redirect_uri')) return failed('redirect_uri_mismatch')
    return known?.challenge === challenge ? given(givesRefresh) : failed('invalid_grant')
  }

  function given(withRefresh: boolean): Answer {
    const access = `access-${randomBytes(8).toString('hex')}`
    accessTokens.add(access)
    const tokens = { access_token: access, expires_in: 3600, token_type: 'Bearer' }
    return answer({ ...tokens, ...(withRefresh && { refresh_token: grant() }) })
  }

  /** A refresh token, as one that consent was given for. */
  function grant(): string {
    const refresh = `refresh-${randomBytes(8).toString('hex')}`
    refreshTokens.add(refresh)
    return refresh
  }

  function introspect({ searchParams }: URL): Answer {
    const isActive = accessTokens.has(searchParams.get('token') ?? '')
    return answer({ active: isActive, ...(isActive && { username: 'anna' }) })
  }

  async function answered(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '', 'http://provider.example')
    if (url.pathname === '/authorize') return authorize(url)
    if (isDown) return failed('temporarily_unavailable', 503)
    if (url.pathname === '/token') return token(new URLSearchParams(await text(request)))
    return url.pathname === '/introspect' ? introspect(url) : failed('not_found', 404)
  }

  const server = createServer(async (request, response) => {
    const { status, type, body } = await answered(request)
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  return {
    place: { authUrl: `${address}/authorize`, tokenUrl: `${address}/token`, scope: 'mail' },
    /** Where it is asked whether a token is good; the token goes behind it. */
    introspection: `${address}/introspect?token=`,
    /** What was asked of it, at either place. */
    asked,
    isGood: (access: string) => accessTokens.has(access),
    grant,
    register: (redirect: string) => registered.push(redirect),
    /** Gives no refresh token to who comes with a code. */
    keepRefresh: () => {
      givesRefresh = false
    },
    /** It stumbles over whatever it is asked. */
    stumble: (isOn: boolean) => {
      isDown = isOn
    },
    /** Each refresh token is good once. */
    rotate: () => {
      isRotating = true
    },
    /** Access tokens are good no more. */
    expire: () => accessTokens.clear(),
    /** Access is taken back. */
    revoke: () => {
      refreshTokens.clear()
      accessTokens.clear()
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Provider = Awaited<ReturnType<typeof startProvider>>

/** Where its person is led by an answer on its page; rejects with what it says where it asks nothing. */
export async function decide(url: string, answer: 'Allow' | 'Deny'): Promise<string> {
  const response = await fetch(url)
  const page = await response.text()
  const href = new RegExp(`href="([^"]*)">${answer}<`).exec(page)?.[1]
  if (href === undefined) throw new Error(page)
  return href.replaceAll('&amp;', '&')
}

function failed(error: string, status = 400): Answer {
  return answer({ error }, status)
}

function answer(body: unknown, status = 200): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) }
}
