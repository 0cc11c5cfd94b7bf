import { expect, test } from 'vitest'
import { automateValues } from '../../../../shared/calls/profiles/automate.ts'
import { taskerProfile } from '../../../../shared/calls/profiles/tasker.ts'
import { taskerArgs } from '../../../../shared/calls/profiles/testing/tasker-args.ts'
import { openBridgeRoom, phoneOf } from '../../testing/bridge-room.ts'

/** Does what Tasker does with the request of a profile: variables that have a value are filled in, others stay as they are. */
async function sent(profile: string, state: string, number: string): Promise<number> {
  const [, , url = '', headers = '', , body = ''] = taskerArgs(profile, 'Action').args
  const values = { state, ...(number && { incoming_number: number }), TIMES: String(Math.floor(Date.now() / 1000)) }
  const filled = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`%${name}`, value), body)
  const lines = headers.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1)]
  })
  return (await fetch(url, { method: 'POST', body: filled, headers: Object.fromEntries(lines) })).status
}

test('PG6: what the profile for Tasker and the values for Automate send, replayed, is a call answered, one missed, one dialled', async () => {
  const room = await openBridgeRoom()
  await room.havePhones(phoneOf())
  const { url } = await room.bridge()
  const { id: phone, key } = phoneOf()
  const given = { address: url, phone, key }
  const { text } = taskerProfile(given)
  const send = async (number: string, ...states: readonly string[]) => {
    for (const state of states) for (const told of ['', number]) expect(await sent(text, state, told), state).toBe(200)
  }
  await send('89161234567', 'RINGING', 'OFFHOOK', 'IDLE')
  await send('+7 495 232-13-20', 'RINGING', 'IDLE')
  await send('112', 'OFFHOOK', 'IDLE')
  const { url: to, contentType, headers } = automateValues(given)
  const body = JSON.stringify({ state: 'RINGING', number: null })
  const asked = { method: 'POST', body, headers: { ...JSON.parse(headers), 'content-type': contentType } }
  expect((await fetch(to, asked)).status).toBe(200)
  await expect
    .poll(() => room.calls().map(({ direction, state, number }) => ({ direction, state, number })), { timeout: 15_000 })
    .toEqual([
      { direction: 'in', state: 'ended', number: '+79161234567' },
      { direction: 'in', state: 'missed', number: '+74952321320' },
      { direction: 'out', state: 'ended', number: '112' },
      { direction: 'in', state: 'ringing', number: null },
    ])
  await room.close()
})
