import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { LineReport } from '../lines/line-report.ts'
import { takeFromLine } from '../lines/take-from-line.ts'
import { type BridgeRoom, openBridgeRoom } from '../testing/bridge-room.ts'
import { hookReports } from './hooks.ts'
import { answerHook } from './route.ts'

/** Hooks of an exchange: where their form is from, the line, and by call what is sent and what that comes to. */
interface Fixture {
  readonly from: string
  readonly line: Pick<HeldPhone, 'way' | 'settings'>
  readonly calls: { readonly [name: string]: { readonly requests: readonly Sent[]; readonly call: object } }
}
interface Sent {
  readonly method: string
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

const FOLDER = new URL('./fixtures/', import.meta.url)
const FIXTURES = readdirSync(FOLDER).map((file) => {
  const fixture = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Fixture
  return { name: file.replace('.json', ''), ...fixture }
})

/** When the calls of the fixtures were, where they say so. */
const RECORDED = Date.UTC(2025, 10, 28, 13, 45)

let room: BridgeRoom
let taker: Awaited<ReturnType<BridgeRoom['taker']>>
beforeAll(async () => {
  room = await openBridgeRoom()
  await room.server.author.write((tx) => {
    for (const extension of ['100', '101', '102', '701']) tx.create(people, `p${extension}`, { extension })
  })
  taker = await room.taker()
  await room.desk.openNamed([documentOf(room.server.company, calls.family, newId(COMMON, RECORDED))])
})
afterAll(() => room.close())

let turn = 0
/** When the next hook comes, as if they came right behind the calls. */
let clock = RECORDED
beforeEach(() => {
  turn += 1
  clock = RECORDED + 100_000
})

/** A line of its own for each test: calls of one are not taken for another's. */
function lineOf({ line }: Pick<Fixture, 'line'>, id = `line${turn}`): HeldPhone {
  const usual = { id, name: 'АТС', number: '', owner: null, key: '', dials: false, texts: false } as const
  return { ...usual, isOff: false, changed: 0, ...line }
}

async function send(line: HeldPhone, { method, headers, body }: Sent): Promise<number> {
  const request = new Request('https://crm.example/phone/v1/hooks/line', { method, headers, body })
  const take = (from: HeldPhone, report: LineReport, at: number) => takeFromLine(taker, from, report, at)
  clock += 3000
  const answer = await answerHook(line, request, take, clock)
  return answer.status
}
const callsOf = (line: HeldPhone) => room.calls().filter(({ phone }) => phone === line.id)

test('CL10: every fixture says where its form is from, and each exchange has one', () => {
  expect(FIXTURES.map(({ name }) => name)).toEqual(['generic', 'mango', 'megafon', 'zadarma'])
  for (const { from } of FIXTURES) expect(from.length).toBeGreaterThan(20)
})

const ALL = FIXTURES.flatMap((fixture) =>
  Object.entries(fixture.calls).map(([call, { requests, call: meant }]) => ({ ...fixture, call, requests, meant })),
)

test.each(ALL)('CL10, CL21: $name, $call: its hooks come to one call', async ({ requests, meant, ...fixture }) => {
  const line = lineOf(fixture)
  for (const request of requests) expect(await send(line, request)).toBe(200)
  await expect.poll(() => callsOf(line)).toMatchObject([meant])
})

test.each(ALL)(
  'CL11: $name, $call: backwards and twice over it is the same call',
  async ({ requests, meant, ...fixture }) => {
    const line = lineOf(fixture)
    for (const request of [...requests.toReversed(), ...requests]) expect(await send(line, request)).toBe(200)
    // What happened when it came did so in another order here.
    const { answered: _, ended: __, ...same } = meant as { answered?: unknown; ended?: unknown }
    await expect.poll(() => callsOf(line)).toMatchObject([same])
  },
)

test.each(FIXTURES)(
  'CL12: $name: a wrong signature, another key and a changed body are refused, and write nothing',
  async (fixture) => {
    const line = lineOf(fixture)
    const [first] = Object.values(fixture.calls)[0]?.requests ?? []
    if (!first) throw new Error('no request')
    const signed = ['sign', 'crm_token', 'vpbx_api_key'].reduce(
      (body, name) => body.replace(new RegExp(`${name}=[^&]*`), `${name}=guessed`),
      first.body,
    )
    const headers = Object.fromEntries(
      Object.entries(first.headers).map(([name, value]) => [name, /signature/.test(name) ? 'guessed' : value]),
    )
    expect(await send(line, { ...first, headers, body: signed })).toBe(401)
    const without = { ...first, headers: {}, body: first.body.replace(/(?:&|^)(?:sign|crm_token)=[^&]*/g, '') }
    expect(await send(line, without)).toBe(401)
    if (fixture.name !== 'megafon')
      expect(
        await send(line, {
          ...first,
          body: first.body.replace('9161234567', '9161234568').replace('123-45-67', '123-45-68'),
        }),
      ).toBe(401)
    const bare = { ...line, settings: { shown: {}, secret: {} } }
    expect(await send(bare, first), 'no secret is set').toBe(401)
    expect(callsOf(line)).toEqual([])
  },
)

test('CL12: Zadarma’s question for its address is said back as plain words, and nothing else is', async () => {
  const line = lineOf({ line: { way: 'zadarma', settings: { shown: {}, secret: {} } } })
  const ask = (echo: string) =>
    answerHook(line, new Request(`https://crm.example/?zd_echo=${encodeURIComponent(echo)}`), async () => undefined)
  const answer = await ask('a1B2-c3')
  expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['a1B2-c3', 'text/plain; charset=utf-8'])
  expect((await ask('<script>alert(1)</script>')).status).toBe(400)
})

test.each(['X Signature', 'подпись', '', ':', 'a\nb'])(
  'CL12: a header that cannot be (%j) shows no secret',
  async (header) => {
    const line = lineOf({ line: { way: 'hooks', settings: { shown: { header }, secret: { secret: 'taina' } } } })
    expect(await send(line, { method: 'POST', headers: { 'x-other': 'taina' }, body: '{"what":"ringing"}' })).toBe(401)
  },
)

test('CL10: phones and Asterisk have no hooks', () => {
  const request = { method: 'POST', query: new URLSearchParams(), header: () => null, body: '' }
  for (const way of ['asterisk', 'page', 'tasker'] as const)
    expect(hookReports({ way, settings: { shown: {}, secret: {} } }, request, 0)).toBeNull()
})
