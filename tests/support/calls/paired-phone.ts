import { SimulatedPhone } from '../../../agents/telephony/testing/phone.ts'
import type { PairingCode, PhoneList } from '../../../shared/calls/phones.ts'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { Browser } from '../../../sync-server/http/testing/browser.ts'
import { SETUP } from '../../../sync-server/http/testing/server.ts'
import { passOf, post } from '../../e2e/support/data/hand-made.ts'
import type { TestServer } from '../server.ts'

/** Asks a server as somebody who is signed in there; throws what it says where that is no. */
type Ask = (path: string, body: object) => Promise<unknown>

/** A phone of somebody of the demo company, paired by a code as people do it; it is allowed to dial. */
export async function pairPhone(server: TestServer, email: string, name: string): Promise<SimulatedPhone> {
  const { cookie } = await passOf(server, email)
  const ask: Ask = async (path, body) => await (await post(`${server.url}${path}`, body, { cookie })).json()
  const { phone, paired } = await pairBy(server, ask, name)
  const { phones } = (await (await fetch(`${server.url}/api/phones`, { headers: { cookie } })).json()) as PhoneList
  if (!phones.find(({ id }) => id === paired.phone)?.dials) throw new Error('a phone that was paired dials')
  return phone
}

/** Founds a company on a server, and pairs a phone of its owner. */
export async function foundWithPhone(server: TestServer) {
  const owner = new Browser(server.url)
  const ask: Ask = async (path, asked) => {
    const { status, body } = await owner.post(path, asked)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  await ask('/api/setup', { ...SETUP, code: server.setUpCode })
  return { owner, ...(await pairBy(server, ask, 'Phone')) }
}

async function pairBy({ url }: TestServer, ask: Ask, name: string) {
  const { code } = (await ask('/api/phones/codes', { name, way: 'program' })) as PairingCode
  const paired = (await ask('/phone/v1/pair', { code })) as Paired
  return { paired, phone: new SimulatedPhone(url, { id: paired.phone, key: paired.key }) }
}
