import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { HttpSms } from '../../../../shared/messages/sending.ts'
import { startGateway } from '../../testing/gateway.ts'
import type { Sms } from '../gate.ts'
import { anyGate } from './any.ts'
import { smscGate } from './smsc.ts'
import { smsRuGate } from './smsru.ts'

const SMS: Sms = { id: 'a.1', to: '+79161234567', text: 'Заказ "№ 7" & все\nготово' }
const SOON = 400
const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function start(answer: (response: ServerResponse) => void) {
  const server = await startGateway(answer)
  ends.push(server.stop)
  return server
}

/** Answers with the same text each time. */
const says =
  (body: unknown, status = 200) =>
  (response: ServerResponse): void =>
    void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))

function settings(url: string, change: Partial<HttpSms<string>> = {}): HttpSms<string> {
  return {
    kind: 'http',
    url,
    method: 'POST',
    headers: [],
    body: '',
    success: '',
    sender: 'Zarya',
    secret: 's3',
    ...change,
  }
}

const JSON_HEADER = { name: 'Content-Type', value: 'application/json' }
const FORM_HEADER = { name: 'content-type', value: 'application/x-www-form-urlencoded' }

test('SN6: address, headers and body are filled, each value as its place has it', async () => {
  const server = await start(says('OK 17'))
  const ask = (change: Partial<HttpSms<string>>) => anyGate(settings(`${server.address}/send`, change), SOON).send(SMS)
  const outcome = await ask({
    url: `${server.address}/send?to={{to}}&n={{digits}}`,
    headers: [JSON_HEADER, { name: 'Authorization', value: 'Bearer {{secret}}' }],
    body: '{"text":"{{text}}","from":"{{sender}}","id":"{{id}}"}',
    success: 'OK',
  })
  expect(outcome).toMatchObject({ is: 'sent', outer: 'a.1', why: { params: { answer: 'OK 17' } } })
  await ask({ headers: [FORM_HEADER], body: 'text={{text}}' })
  await ask({ method: 'GET', url: `${server.address}/?t={{text}}` })
  const [json, form, get] = server.asked
  expect(json).toMatchObject({ method: 'POST', url: '/send?to=%2B79161234567&n=79161234567' })
  expect(json?.headers.authorization).toBe('Bearer s3')
  expect(JSON.parse(json?.body ?? '')).toEqual({ text: SMS.text, from: 'Zarya', id: 'a.1' })
  expect(new URLSearchParams(form?.body).get('text')).toBe(SMS.text)
  expect(new URL(get?.url ?? '', server.address).searchParams.get('t')).toBe(SMS.text)
})

type Answering = (response: ServerResponse) => void

const ODD: readonly [string, Answering, string, string][] = [
  ['an answer without what a good one contains', says('ERROR: number'), 'failed', 'declined'],
  ['a refusal', says('bad number', 400), 'failed', 'declined'],
  ['a way to elsewhere', says('', 302), 'failed', 'declined'],
  ['a refused key', says('who?', 401), 'later', 'signInRefused'],
  ['one that wants it slower', says('slow', 429), 'later', 'triesAgain'],
  ['one that is away', says('', 503), 'later', 'triesAgain'],
  ['one that failed over it', says('oops', 500), 'doubtful', 'outcomeUnknown'],
  ['a line cut before the answer', (r) => void r.destroy(), 'doubtful', 'outcomeUnknown'],
  [
    'a line cut inside of the answer',
    (r) => {
      r.writeHead(200, { 'content-length': '100' })
      r.write('OK', () => r.destroy())
    },
    'doubtful',
    'outcomeUnknown',
  ],
  ['one that does not answer', () => undefined, 'doubtful', 'outcomeUnknown'],
]

test.each(ODD)('SN7, SN8: %s', async (_what, answer, is, code) => {
  const server = await start(answer)
  const outcome = await anyGate(settings(server.address, { success: 'OK' }), SOON).send(SMS)
  expect(outcome).toMatchObject({ is, why: { code } })
})

test('SN7: one that is not there, and settings that cannot be read, lose nothing', async () => {
  const server = await startGateway(() => undefined)
  await server.stop()
  expect(await anyGate(settings(server.address), SOON).send(SMS)).toMatchObject({
    is: 'later',
    of: 'server',
    why: { code: 'unreachable' },
  })
  for (const change of [
    { url: 'nowhere' },
    { url: 'ftp://x/' },
    { body: '{{#text}' },
    { headers: [{ name: 'X', value: 'a\nb' }] },
  ]) {
    const outcome = await anyGate(settings(server.address, change), SOON).send(SMS)
    expect(outcome).toMatchObject({ is: 'later', of: 'server', why: { code: 'triesAgain' } })
  }
})

const number = { '79161234567': { status: 'OK', status_code: 100, sms_id: '000000-10000000' } }
const bad = { status: 'ERROR', status_code: 207, status_text: 'На этот номер нельзя отправлять сообщения' }
test.each([
  [
    'taken',
    { status: 'OK', status_code: 100, sms: number, balance: 4122.56 },
    { is: 'sent', outer: '000000-10000000' },
  ],
  [
    'a number it does not send to',
    { status: 'OK', status_code: 100, sms: { '7': bad } },
    { is: 'failed', why: { code: 'declined' } },
  ],
  [
    'a wrong key',
    { status: 'ERROR', status_code: 200, status_text: 'Неправильный api_id' },
    { is: 'later', of: 'server', why: { code: 'signInRefused' } },
  ],
  ['no money', { status: 'ERROR', status_code: 201, status_text: 'Не хватает средств' }, { is: 'later', of: 'server' }],
  [
    'too often to one',
    { status: 'OK', status_code: 100, sms: { '7': { ...bad, status_code: 231 } } },
    { is: 'later', of: 'message' },
  ],
  ['what is no JSON', '<html>', { is: 'doubtful' }],
])('SN6 to SN8: sms.ru: %s', async (_what, body, outcome) => {
  const server = await start(says(body))
  const gate = smsRuGate({ kind: 'smsru', secret: 'key', sender: '' }, SOON, server.address)
  expect(await gate.send(SMS)).toMatchObject(outcome)
  const [{ url = '', body: form = '' } = {}] = server.asked
  expect(url).toBe('/')
  expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
    api_id: 'key',
    to: '79161234567',
    msg: SMS.text,
    json: '1',
  })
})

test.each([
  ['taken', { id: 17, cnt: 1 }, { is: 'sent', outer: '17' }],
  [
    'a wrong password',
    { error: 'authorise error', error_code: 2 },
    { is: 'later', of: 'server', why: { code: 'signInRefused' } },
  ],
  ['no money', { error: 'no money', error_code: 3 }, { is: 'later', of: 'server' }],
  [
    'a wrong number',
    { error: 'invalid number', error_code: 7, id: 1 },
    { is: 'failed', why: { params: { answer: '7 invalid number' } } },
  ],
  ['the same again', { error: 'duplicate', error_code: 9 }, { is: 'later', of: 'message' }],
  ['what it never said before', { ok: true }, { is: 'doubtful' }],
])('SN6 to SN8: smsc.ru: %s', async (_what, body, outcome) => {
  const server = await start(says(body))
  const gate = smscGate({ kind: 'smsc', login: 'zarya', password: 'p', sender: 'Zarya' }, SOON, server.address)
  expect(await gate.send(SMS)).toMatchObject(outcome)
  const form = Object.fromEntries(new URLSearchParams(server.asked[0]?.body))
  expect(form).toMatchObject({
    login: 'zarya',
    psw: 'p',
    phones: '+79161234567',
    mes: SMS.text,
    sender: 'Zarya',
    fmt: '3',
  })
})
