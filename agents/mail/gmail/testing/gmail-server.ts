import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A letter as Gmail has it. */
interface Kept {
  readonly id: string
  readonly labelIds: Set<string>
  readonly raw: string
  readonly internalDate: number
}

interface Happened {
  readonly id: number
  readonly what: 'messagesAdded' | 'messagesDeleted' | 'labelsAdded' | 'labelsRemoved'
  readonly message: { readonly id: string; readonly labelIds: readonly string[] }
  readonly labelIds: readonly string[]
}

/** What the server answers in the place of what it would; null: it answers as it does. */
export type Verdict = (path: string) => { readonly status: number; readonly reason: string } | null

type Answer = { readonly status: number; readonly body: unknown }

const PAGE = 3
const OWN = ['INBOX', 'SENT', 'TRASH', 'SPAM', 'DRAFT', 'UNREAD', 'STARRED', 'IMPORTANT']

/** A server of a test's own, on loopback, that speaks those REST calls of Gmail's that are documented and used here. */
export async function startGmail() {
  const letters = new Map<string, Kept>()
  const labels = new Map(OWN.map((id) => [id, { id, name: id, type: 'system' }]))
  const happened: Happened[] = []
  const asked: string[] = []
  const sent: string[] = []
  let [historyId, forgotten, made] = [1000, 0, 0]
  let [tokens, isRevoked, goodToken] = [0, false, '']
  let verdict: Verdict = () => null

  const note = (what: Happened['what'], { id, labelIds }: Kept, changed: readonly string[] = []) =>
    happened.push({ id: ++historyId, what, message: { id, labelIds: [...labelIds] }, labelIds: changed })
  const put = (raw: string, labelIds: readonly string[], id = idOf(++made)) => {
    const kept = { id, labelIds: new Set(labelIds), raw, internalDate: Date.UTC(2026, 10, 28) + made }
    letters.set(id, kept)
    note('messagesAdded', kept)
    return id
  }
  const relabel = (kept: Kept, added: readonly string[], removed: readonly string[]) => {
    for (const label of added) kept.labelIds.add(label)
    for (const label of removed) kept.labelIds.delete(label)
    if (added.length > 0) note('labelsAdded', kept, added)
    if (removed.length > 0) note('labelsRemoved', kept, removed)
  }

  function token(body: string): Answer {
    const form = new URLSearchParams(body)
    if (isRevoked || form.get('refresh_token') !== 'refresh') return failed(400, 'invalid_grant', true)
    goodToken = `access-${++tokens}`
    return ok({ access_token: goodToken, expires_in: 3600, token_type: 'Bearer' })
  }

  function list({ searchParams: query }: URL): Answer {
    const wanted = query.getAll('labelIds')
    const q = query.get('q') ?? ''
    const named = /^rfc822msgid:(.+)$/.exec(q)?.[1]
    const isArchived = ({ labelIds }: Kept) =>
      [...labelIds].every((one) => ['UNREAD', 'STARRED', 'IMPORTANT'].includes(one))
    const fits = (kept: Kept) =>
      wanted.every((one) => kept.labelIds.has(one)) &&
      (named ? kept.raw.includes(`Message-ID: <${named}>`) : q === '' || isArchived(kept))
    // The newest first, some to a page.
    const all = [...letters.values()].filter(fits).reverse()
    const from = Number(query.get('pageToken') ?? 0)
    const page = all.slice(from, from + PAGE).map(({ id }) => ({ id, threadId: id }))
    return ok({
      ...(page.length > 0 && { messages: page }),
      ...(from + PAGE < all.length && { nextPageToken: String(from + PAGE) }),
      resultSizeEstimate: all.length,
    })
  }

  function history({ searchParams: query }: URL): Answer {
    const since = Number(query.get('startHistoryId'))
    if (since < forgotten) return failed(404, 'notFound')
    const all = happened.filter(({ id }) => id > since)
    const from = Number(query.get('pageToken') ?? 0)
    const page = all.slice(from, from + PAGE).map(({ id, what, message, labelIds }) => ({
      id: String(id),
      messages: [{ id: message.id }],
      [what]: [{ message, ...(labelIds.length > 0 && { labelIds }) }],
    }))
    return ok({
      ...(page.length > 0 && { history: page }),
      ...(from + PAGE < all.length && { nextPageToken: String(from + PAGE) }),
      historyId: String(historyId),
    })
  }

  function one(id: string, act: string | undefined, url: URL, body: string): Answer {
    const kept = letters.get(id)
    if (!kept) return failed(404, 'notFound')
    const { addLabelIds = [], removeLabelIds = [] } = (body ? JSON.parse(body) : {}) as Record<string, string[]>
    if (act === 'modify') relabel(kept, addLabelIds, removeLabelIds)
    if (act === 'trash') relabel(kept, ['TRASH'], ['INBOX'])
    if (act === 'untrash') relabel(kept, [], ['TRASH'])
    const { raw, labelIds, internalDate } = kept
    const about = { id, labelIds: [...labelIds], internalDate: String(internalDate), sizeEstimate: raw.length }
    return ok(url.searchParams.get('format') === 'raw' ? { ...about, raw: base64(raw) } : about)
  }

  function answer(method: string, url: URL, body: string, authorization: string): Answer {
    if (url.pathname === '/token') return token(body)
    if (authorization !== `Bearer ${goodToken}`) return failed(401, 'authError')
    const path = url.pathname.replace(/^(\/upload)?\/gmail\/v1\/users\/me\//, '')
    asked.push(`${method} ${path}`)
    const judged = verdict(path)
    if (judged) return failed(judged.status, judged.reason)
    const [what, id = '', act] = path.split('/')
    if (what === 'profile') return ok({ emailAddress: 'anna@gmail.example', historyId: String(historyId) })
    if (what === 'labels') return ok({ labels: [...labels.values()] })
    if (what === 'history') return history(url)
    if (what !== 'messages') return failed(404, 'notFound')
    if (id === '' && method === 'GET') return list(url)
    if (id === 'send') {
      sent.push(body)
      return ok({ id: put(body, ['SENT']), labelIds: ['SENT'] })
    }
    if (id === '') {
      const { raw, labelIds } = JSON.parse(body) as { readonly raw: string; readonly labelIds: string[] }
      return ok({ id: put(Buffer.from(raw, 'base64url').toString(), labelIds), labelIds })
    }
    return one(id, act, url, body)
  }

  const server = createServer(async (request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '', 'http://gmail.example')
    const { status, body } = answer(request.method ?? '', url, await text(request), request.headers.authorization ?? '')
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/`
  return {
    rootUrl: address,
    pass: { refreshToken: 'refresh', clientId: 'client', clientSecret: 'secret', tokenUrl: `${address}token` },
    asked,
    sent,
    put,
    idOf,
    /** A label that its person made. */
    label: (id: string, name: string) => labels.set(id, { id, name, type: 'user' }),
    labelsOf: (id: string) => [...(letters.get(id)?.labelIds ?? [])].sort(),
    relabel: (id: string, added: readonly string[], removed: readonly string[] = []) => {
      const kept = letters.get(id)
      if (kept) relabel(kept, added, removed)
    },
    remove: (id: string) => {
      const kept = letters.get(id)
      if (!kept) return
      letters.delete(id)
      note('messagesDeleted', kept)
    },
    /** It tells of nothing that has happened until now. */
    forget: () => {
      forgotten = historyId + 1
    },
    /** The token that it gave last is good no more. */
    expire: () => {
      goodToken = 'another'
    },
    revoke: () => {
      isRevoked = true
      goodToken = 'none'
    },
    get tokens() {
      return tokens
    },
    judge: (by: Verdict) => {
      verdict = by
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type GmailServer = Awaited<ReturnType<typeof startGmail>>

/** As Gmail makes them: a time, and what tells apart what came in it. */
function idOf(n: number): string {
  return ((BigInt(Date.UTC(2026, 10, 28)) << 20n) + (BigInt(n) << 8n)).toString(16)
}

function base64(raw: string): string {
  return Buffer.from(raw).toString('base64url')
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}

/** In the form of the interface, or of where tokens are had. */
function failed(status: number, reason: string, isOfToken = false): Answer {
  const body = { error: isOfToken ? reason : { code: status, message: reason, errors: [{ reason, domain: 'global' }] } }
  return { status, body }
}
