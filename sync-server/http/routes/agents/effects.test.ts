import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EffectResults } from '../../../../shared/effects/ledger.ts'
import { SERVICE_KEY, startServer, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const CLAIM = { act: 'claim', key: 'rule/move/action/0', holder: 'workflow', lease: 60_000, mode: 'once' }

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function ask(...acts: unknown[]) {
  const { status, body } = await server.browser().post('/api/agent/effects', { acts }, KEY)
  return { status, code: body.code, results: (body as unknown as EffectResults).results }
}

test('LG6, LG13: an agent claims, others are told until when, and figures tell of it', async () => {
  const { results } = await ask(CLAIM, { ...CLAIM, holder: 'another' })
  const [yours, held] = results
  if (yours?.is !== 'yours') throw new Error('not given')
  expect(held).toEqual({ is: 'held', until: yours.until })
  const settled = await ask({ act: 'settle', key: CLAIM.key, token: yours.token, outcome: 'sent' })
  expect(settled.results).toEqual([{ is: 'settled', outcome: 'sent' }])
  const { body } = await server.browser().get('/metrics', KEY)
  const lines = String(body.text).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'voronka_effect_acts_total{act="claim",is="yours"} 1',
      'voronka_effect_acts_total{act="claim",is="held"} 1',
      'voronka_effect_acts_total{act="settle",is="settled"} 1',
      'voronka_effects{state="settled"} 1',
    ]),
  )
  expect(lines.some((line) => line.startsWith('voronka_effects_oldest_seconds{state="settled"}'))).toBe(true)
})

test('LG14: health tells how many effects are in hand and how many are doubtful, without waiting for it', async () => {
  const own = await startServer()
  const claim = async (change: object) =>
    (await own.browser().post('/api/agent/effects', { acts: [{ ...CLAIM, ...change }] }, KEY)).body
  await claim({})
  await claim({ key: 'lost', lease: 1 })
  await expect.poll(() => claim({ key: 'lost', holder: 'another' })).toEqual({ results: [{ is: 'doubtful' }] })
  const health = async () => {
    const { status, body } = await own.browser().get('/healthz')
    return [status, body.ok, body.effectsHeld, body.effectsDoubtful]
  }
  expect(await health()).toEqual([200, true, null, null])
  await expect.poll(health).toEqual([200, true, 1, 1])
  await own.close()
})

test('LG13: nobody may without the service key', async () => {
  for (const authorization of ['Bearer wrong', '']) {
    const { status, body } = await server.browser().post('/api/agent/effects', { acts: [CLAIM] }, { authorization })
    expect([status, body.code]).toEqual([401, 'sign-in-needed'])
  }
})

const REFUSED: readonly (readonly [what: string, acts: readonly object[]])[] = [
  ['of no known sort', [{ ...CLAIM, act: 'take' }]],
  ['without a key', [{ ...CLAIM, key: '' }]],
  ['with a key that no text is', [{ ...CLAIM, key: 'a\0b' }]],
  ['with too long a lease', [{ ...CLAIM, lease: 600_001 }]],
  ['without a lease', [{ ...CLAIM, lease: 0 }]],
  ['of no known mode', [{ ...CLAIM, mode: 'twice' }]],
  ['with no token', [{ act: 'settle', key: 'a', token: -1 }]],
  ['with too long an outcome', [{ act: 'settle', key: 'a', token: 1, outcome: 'x'.repeat(2001) }]],
  ['too many', Array.from({ length: 200 }, () => CLAIM)],
]

test.each(REFUSED)('LG9: acts %s are refused, and those beside them are not done', async (_what, acts) => {
  const good = { ...CLAIM, key: crypto.randomUUID() }
  const refused = await ask(...acts, good)
  expect([refused.status, refused.code]).toEqual([400, 'request-shape'])
  expect((await ask(good)).results.map(({ is }) => is)).toEqual(['yours'])
})
