import { expect, test } from 'vitest'
import { macroDroidProfile } from '../../../../shared/calls/profiles/macrodroid.ts'
import { openBridgeRoom, phoneOf } from '../../testing/bridge-room.ts'

interface Asked {
  readonly urlToOpen: string
  readonly contentType: string
  readonly contentBodyText: string
  readonly headerParams: readonly { readonly paramName: string; readonly paramValue: string }[]
}

/** Does what MacroDroid does with a request of a macro: its variables are filled in, and it is sent. */
async function sent({ urlToOpen, contentType, contentBodyText, headerParams }: Asked, number: string): Promise<number> {
  const body = contentBodyText.replaceAll('{call_number}', number).replaceAll('{system_time_ms}', String(Date.now()))
  const headers = Object.fromEntries(headerParams.map(({ paramName, paramValue }) => [paramName, paramValue]))
  const answer = await fetch(urlToOpen, {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': contentType },
  })
  return answer.status
}

test('PG6: the requests of the profile for MacroDroid, replayed, are a call that was answered, and one that was missed', async () => {
  const room = await openBridgeRoom()
  await room.havePhones(phoneOf())
  const { url } = await room.bridge()
  const { id: phone, key } = phoneOf()
  const files = macroDroidProfile({ address: url, phone, key })
  const send = (what: string, number: string) => {
    const file = files.find(({ name }) => name === `voronka-${what}.macro`)
    return sent(JSON.parse(file?.text ?? '').macro.m_actionList[0].requestConfig, number)
  }
  for (const what of ['ringing', 'answered', 'ended']) expect(await send(what, '89161234567')).toBe(200)
  for (const what of ['ringing', 'missed']) expect(await send(what, '+7 495 232-13-20')).toBe(200)
  await expect
    .poll(() => room.calls().map(({ direction, state, number }) => ({ direction, state, number })), { timeout: 15_000 })
    .toEqual([
      { direction: 'in', state: 'ended', number: '+79161234567' },
      { direction: 'in', state: 'missed', number: '+74952321320' },
    ])
  await room.close()
})
