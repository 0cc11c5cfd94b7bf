import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { json, SimulatedPhone } from '../testing/phone.ts'

const NUMBER = '9161234567'
const KEY = 'key-nobody-hears'
const SECRET = 'secret-of-the-line'
const WORDS = 'Просил перезвонить'
const REPORTS = '/phone/v1/reports'
const phone = phoneOf({ key: KEY })
const settings = { shown: {}, secret: { secret: SECRET } }
const line = phoneOf({ id: 'line', owner: null, key: '', way: 'hooks', settings })

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phone, line)
})
afterEach(() => room.close())

test('BR14: whatever is taken and refused, no key, secret, number or word of it stands in the log', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (said: string) => void lines.push(said) })
  const { url } = await room.bridge({ log })
  const own = new SimulatedPhone(url, phone)
  const told = { what: 'ringing', number: `+7${NUMBER}`, note: WORDS, call: 'a' }
  const hook = (secret: string, body: string) =>
    fetch(`${url}/phone/v1/hooks/line?number=${NUMBER}`, {
      method: 'POST',
      body,
      headers: { 'x-voronka-signature': secret },
    })
  const answers = [
    await own.ask(REPORTS, { method: 'POST', ...json(told) }),
    await own.ask(REPORTS, { method: 'POST', body: `{"number":"${NUMBER}", ${WORDS}` }),
    await own.ask(`${REPORTS}?number=${NUMBER}&what=sings`),
    await own.ask(`/phone/v1/requests/${NUMBER}`, { method: 'POST', ...json({ outcome: 'done' }) }),
    await own.ask(`/phone/v1/${KEY}`),
    await own.signed(REPORTS, told),
    await own.signed(REPORTS, told, { 'x-voronka-time': '1' }),
    await new SimulatedPhone(url, { id: 'phone', key: `${KEY}-guessed` }).signed(REPORTS, told),
    await hook(SECRET, JSON.stringify(told)),
    await hook(`${SECRET}-guessed`, JSON.stringify(told)),
    await hook(SECRET, `{"number":"${NUMBER}"`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 404, 404, 200, 401, 401, 200, 401, 400])
  const socket = await own.line()
  socket.say({ type: 'report', id: 'b', report: { what: 'ended', call: 'a', number: NUMBER } })
  socket.sayRaw(`{"report": ${NUMBER} ${WORDS}`)
  await expect.poll(() => socket.heard).toHaveLength(2)
  socket.sayRaw(NUMBER.repeat(10_000))
  await expect.poll(() => socket.closed).not.toBeNull()
  const logged = lines.join('')
  expect(logged).toContain('phone: a request was refused')
  for (const word of [NUMBER, KEY, SECRET, WORDS]) expect([word, logged.includes(word)]).toEqual([word, false])
})
