import { SimulatedPhone } from '../../agents/telephony/testing/phone.ts'
import type { Paired } from '../../shared/calls/protocol.ts'
import { Browser } from '../../sync-server/http/testing/browser.ts'
import { SETUP } from '../../sync-server/http/testing/server.ts'
import type { TestServer } from './server.ts'

/** Founds a company on a server, and pairs a phone of its owner. */
export async function foundWithPhone(server: TestServer) {
  const owner = new Browser(server.url)
  await answered(owner.post('/api/setup', { ...SETUP, code: server.setUpCode }))
  const { code } = await answered(owner.post('/api/phones/codes', { name: 'Phone', way: 'program' }))
  const paired = (await answered(owner.post('/phone/v1/pair', { code }))) as unknown as Paired
  return { owner, paired, phone: new SimulatedPhone(server.url, { id: paired.phone, key: paired.key }) }
}

async function answered(asked: ReturnType<Browser['post']>) {
  const { status, body } = await asked
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
