import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OAuthRenewed } from '../../../shared/letters/accounts.ts'
import { MailFault } from '../imap/fault.ts'
import { AccessTokens } from './access-tokens.ts'
import { startProvider } from './testing/provider.ts'

/** What the service answers next; the last one again and again. */
let answers: { readonly status: number; readonly body: string }[]
let asked: URLSearchParams[]
let server: Server
beforeEach(async () => {
  answers = []
  asked = []
  server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)))
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer) return
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const account = (change: object = {}) => {
  const { port } = server.address() as AddressInfo
  const tokenUrl = `http://127.0.0.1:${port}/token`
  const settings = { refreshToken: 'обновить', clientId: 'voronka', clientSecret: 'тайна', tokenUrl, ...change }
  return { password: '', oauth: JSON.stringify(settings) }
}
const gives = (token: string, expires?: number) =>
  answers.push({
    status: 200,
    body: JSON.stringify({ access_token: token, expires_in: expires, token_type: 'Bearer' }),
  })
const refuses = (status: number, error: string) =>
  answers.push({ status, body: JSON.stringify({ error, error_description: 'Token has been revoked' }) })
const faultOf = async (tokens: AccessTokens, change?: object) => {
  const error: unknown = await tokens.passOf(account(change)).catch((reason: unknown) => reason)
  return error instanceof MailFault ? [error.kind, error.message] : error
}

test('MA13: an account without OAuth signs in by its password, and nobody is asked', async () => {
  expect(await new AccessTokens().passOf({ password: 'пароль', oauth: '' })).toEqual({ password: 'пароль' })
  expect(asked).toEqual([])
})

test('MA13: a token is had by the refresh token, once for all who ask, and kept until shortly before its end', async () => {
  gives('первый', 3600)
  gives('второй', 3600)
  const tokens = new AccessTokens()
  const passes = await Promise.all([tokens.passOf(account()), tokens.passOf(account()), tokens.passOf(account())])
  expect(passes).toEqual(passes.map(() => ({ accessToken: 'первый' })))
  expect(asked.map((one) => Object.fromEntries(one))).toEqual([
    { grant_type: 'refresh_token', refresh_token: 'обновить', client_id: 'voronka', client_secret: 'тайна' },
  ])
  expect(await tokens.passOf(account({ clientId: 'другой', clientSecret: '' }))).toEqual({ accessToken: 'второй' })
  expect(asked[1]?.has('client_secret')).toBe(false)
})

test('MA13: a token that is about to end, or that the mail server refuses, is had anew', async () => {
  gives('короткий', 30)
  gives('долгий', 3600)
  gives('третий', 3600)
  const tokens = new AccessTokens()
  const passes = [await tokens.passOf(account()), await tokens.passOf(account()), await tokens.passOf(account())]
  expect(passes.map((pass) => 'accessToken' in pass && pass.accessToken)).toEqual(['короткий', 'долгий', 'долгий'])
  tokens.forget(account())
  expect(await tokens.passOf(account())).toEqual({ accessToken: 'третий' })
})

test('MA13: access that was taken back is refused; what passes by itself is tried again', async () => {
  const tokens = new AccessTokens(300)
  refuses(400, 'invalid_grant')
  expect(await faultOf(tokens)).toEqual(['refused', 'invalid_grant: Token has been revoked'])
  answers = []
  refuses(401, 'invalid_client')
  expect((await faultOf(tokens)) as unknown[]).toContain('refused')
  answers = []
  refuses(429, 'slow_down')
  expect((await faultOf(tokens)) as unknown[]).toContain('unreachable')
  answers = [{ status: 502, body: '<html>Bad gateway</html>' }]
  expect((await faultOf(tokens)) as unknown[]).toContain('unreachable')
  answers = [{ status: 200, body: '{"token":"not ours"}' }]
  expect((await faultOf(tokens)) as unknown[]).toContain('unreachable')
  answers = []
  expect((await faultOf(tokens)) as unknown[]).toContain('unreachable')
  gives('снова', 3600)
  expect(await tokens.passOf(account())).toEqual({ accessToken: 'снова' })
})

test('MA13: of an answer that is none of OAuth 2 nothing is told, and one without end is not read', async () => {
  const none = ['unreachable', 'the answer of the service is none of OAuth 2']
  answers.push({ status: 200, body: 'root:x:0:0:secret' })
  expect(await faultOf(new AccessTokens())).toEqual(none)
  const endless = createServer((_request, response) => {
    response.writeHead(200)
    const more = (): void => {
      while (response.write('x'.repeat(16_384)));
      response.once('drain', more)
    }
    more()
  })
  await once(endless.listen(0, '127.0.0.1'), 'listening')
  const { port } = endless.address() as AddressInfo
  expect(await faultOf(new AccessTokens(5000), { tokenUrl: `http://127.0.0.1:${port}/` })).toEqual(none)
  endless.closeAllConnections()
  endless.close()
})

test('MA21: where a service gives another refresh token each time, the newest is used, by whoever asks, and is told of in turn', async () => {
  const provider = await startProvider()
  provider.rotate()
  const of = (refreshToken: string) =>
    JSON.stringify({ refreshToken, clientId: 'voronka', clientSecret: 'тайна', tokenUrl: provider.place.tokenUrl })
  const tokens = new AccessTokens()
  const told: OAuthRenewed[] = []
  tokens.onRenewed(async (renewed) => void told.push(renewed))
  const first = { password: '', oauth: of(provider.grant()) }
  await tokens.passOf(first)
  expect(told).toEqual([{ was: first.oauth, now: expect.stringContaining('refresh-') }])
  const second = { password: '', oauth: told[0]?.now ?? '' }
  // One access, by whichever text it is known.
  expect(await tokens.passOf(second)).toEqual(await tokens.passOf(first))
  tokens.forget(second)
  const [one, other] = await Promise.all([tokens.passOf(first), tokens.passOf(second)])
  expect(one).toEqual(other)
  expect(told.map(({ was }) => was)).toEqual([first.oauth, second.oauth])
  expect(await new AccessTokens().passOf({ password: '', oauth: told[1]?.now ?? '' })).toHaveProperty('accessToken')
  await expect(new AccessTokens().passOf(first)).rejects.toThrow('invalid_grant')
  await provider.stop()
})
