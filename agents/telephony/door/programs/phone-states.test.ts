import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../../testing/bridge-room.ts'
import { json, SimulatedPhone } from '../../testing/phone.ts'

let room: BridgeRoom
let phone: SimulatedPhone
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
  phone = new SimulatedPhone((await room.bridge()).url, phoneOf())
})
afterEach(() => room.close())

const NUMBER = '89161234567'
const seen = () => room.calls().map(({ direction, state, number }) => ({ direction, state, number }))

/** Each state as it is told by Android 9 and later: at once without the number and with it. */
async function tell(...states: readonly string[]) {
  for (const state of states)
    for (const answer of await Promise.all(
      ['%incoming_number', NUMBER].map((number) =>
        phone.ask('/phone/v1/reports', { method: 'POST', ...json({ state, number, sent: Date.now() }) }),
      ),
    ))
      expect(answer.body).toEqual({ taken: 1, refused: [] })
}

test.each([
  ['that came in and was answered', ['RINGING', 'OFFHOOK', 'IDLE'], { direction: 'in', state: 'ended' }],
  ['that nobody took', ['RINGING', 'IDLE'], { direction: 'in', state: 'missed' }],
  ['that went out', ['OFFHOOK', 'IDLE'], { direction: 'out', state: 'ended' }],
  ['that goes on', ['IDLE', 'RINGING', 'OFFHOOK'], { direction: 'in', state: 'talking' }],
])('CS10: what Android tells twice of a call %s is one call', async (_what, states, expected) => {
  await tell(...states)
  await expect.poll(seen, { timeout: 10_000 }).toEqual([{ ...expected, number: '+79161234567' }])
})

test('CS10: one call behind the other is two calls, and what is no state is refused', async () => {
  await tell('RINGING', 'OFFHOOK', 'IDLE', 'OFFHOOK', 'IDLE')
  await expect
    .poll(() => seen().map(({ direction, state }) => `${direction} ${state}`))
    .toEqual(['in ended', 'out ended'])
  const { status, body } = await phone.ask('/phone/v1/reports', { method: 'POST', ...json({ state: '%state' }) })
  expect([status, body.params]).toEqual([400, { field: 'state' }])
})
