import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { Report } from '../../../shared/calls/protocol.ts'
import { Lines } from './lines.ts'
import { openLine } from './open-line.ts'

const REQUEST = { id: 'common-1', what: 'dial', number: '+7 916 123-45-67', until: 0 } as const

interface Asked {
  readonly request: IncomingMessage
  readonly body: string
}

let asked: Asked[]
let answer: { readonly status: number; readonly body: string }
let url: string
let server: ReturnType<typeof createServer>
const said: unknown[] = []
const log = { info: (...all: unknown[]) => said.push(all), warn: (...all: unknown[]) => said.push(all) } as never
const ground = { stands: () => undefined, report: async () => undefined, log }

beforeEach(async () => {
  asked = []
  said.length = 0
  server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    asked.push({ request, body })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

function lineOf(way: HeldPhone['way'], shown: object, secret: object, more: Partial<HeldPhone> = {}): HeldPhone {
  const usual = { id: 'line', name: 'АТС', number: '', owner: null, key: '', dials: true, texts: false } as const
  const settings = { shown: { address: url, ...shown }, secret: { ...secret } }
  return { ...usual, way, isOff: false, changed: 1, settings, ...more }
}
const dial = (phone: HeldPhone) => openLine(phone, ground)?.dial(REQUEST)
const [MANGO, ZADARMA, MEGAFON] = [
  () => lineOf('mango', { key: 'k', extension: '101' }, { salt: 'secret-salt' }),
  () => lineOf('zadarma', { key: 'k', extension: '100' }, { secret: 'secret-word' }),
  () => lineOf('megafon', { user: 'andy' }, { key: 'secret-in', token: 'secret-out' }),
]

test('CL13: Mango Office is asked by commands/callback, signed by SHA-256 of key, JSON and salt', async () => {
  answer = { status: 200, body: '{"result":1000}' }
  expect(await dial(MANGO())).toEqual({ outcome: 'done' })
  const [{ request, body } = { body: '' } as Asked] = asked
  const form = new URLSearchParams(body)
  const json = form.get('json') ?? ''
  expect([request.method, request.url]).toEqual(['POST', '/commands/callback'])
  expect(JSON.parse(json)).toEqual({ command_id: 'common-1', from: { extension: '101' }, to_number: '79161234567' })
  expect([form.get('vpbx_api_key'), form.get('sign')]).toEqual([
    'k',
    createHash('sha256').update(`k${json}secret-salt`).digest('hex'),
  ])
})

test('CL13: Zadarma is asked by request/callback, signed over method, sorted query and its sum', async () => {
  answer = { status: 200, body: '{"status":"success"}' }
  expect(await dial(ZADARMA())).toEqual({ outcome: 'done' })
  const query = 'format=json&from=100&to=79161234567'
  const md5 = createHash('md5').update(query).digest('hex')
  const hex = createHmac('sha1', 'secret-word').update(`/v1/request/callback/${query}${md5}`).digest('hex')
  expect(asked[0]?.request.url).toBe(`/v1/request/callback/?${query}`)
  expect(asked[0]?.request.headers.authorization).toBe(`k:${Buffer.from(hex).toString('base64')}`)
})

test('CL13: MegaFon is asked by makeCall, with the token of its own', async () => {
  answer = { status: 200, body: '{"uuid":"1"}' }
  expect(await dial(MEGAFON())).toEqual({ outcome: 'done' })
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    ...{ cmd: 'makeCall', phone: '79161234567', user: 'andy', token: 'secret-out' },
  })
})

test('CL13, CL15: what an exchange refuses has failed, one that is not there too; no secret is logged', async () => {
  answer = { status: 200, body: '{"result":3101}' }
  expect(await dial(MANGO())).toEqual({ outcome: 'failed', failure: 'unsaid' })
  answer = { status: 401, body: 'nonsense' }
  for (const line of [ZADARMA(), MEGAFON()]) expect(await dial(line)).toEqual({ outcome: 'failed', failure: 'unsaid' })
  const away = lineOf('mango', { address: 'http://127.0.0.1:1' }, { salt: 'secret-salt' })
  expect(await dial(away)).toEqual({ outcome: 'failed', failure: 'noLine' })
  expect(await dial(lineOf('megafon', { address: '' }, {}))).toEqual({ outcome: 'failed', failure: 'noLine' })
  expect(said).toHaveLength(4)
  expect(JSON.stringify(said)).not.toMatch(/secret-|9161234567/)
})

test('CL13: phones, and lines that can only be listened to, are no lines', () => {
  expect(openLine(lineOf('hooks', {}, {}), ground)).toBeNull()
  expect(openLine(lineOf('tasker', {}, {}, { settings: null }), ground)).toBeNull()
})

test('CL16: lines open and end as their records say, and what came of dialling is written', async () => {
  answer = { status: 200, body: '{"result":1000}' }
  let listener = () => {}
  const phones = {
    all: [MANGO()] as HeldPhone[],
    observe(one: () => void) {
      listener = one
      return () => {}
    },
  }
  const settled: unknown[] = []
  const lines = new Lines({
    phones,
    take: async (_: HeldPhone, report: Report) => report,
    once: async (_, dial) => await dial(),
    settle: async (line, id, outcome) => settled.push([line.id, id, outcome.outcome]),
    stand: () => undefined,
    log,
  })
  lines.look()
  lines.dialler('line')?.(REQUEST)
  await expect.poll(() => settled).toEqual([['line', 'common-1', 'done']])
  expect(lines.dialler('another')).toBeNull()
  phones.all = [lineOf('mango', { key: 'k2', extension: '7' }, { salt: 'secret-salt' }, { changed: 2 })]
  listener()
  lines.dialler('line')?.(REQUEST)
  await expect.poll(() => asked).toHaveLength(2)
  expect(new URLSearchParams(asked[1]?.body).get('vpbx_api_key')).toBe('k2')
  phones.all = [lineOf('mango', {}, {}, { isOff: true, changed: 3 })]
  listener()
  expect(lines.dialler('line')).toBeNull()
  await lines.stop()
})
