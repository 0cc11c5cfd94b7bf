import { SimulatedPhone } from '../../../agents/telephony/testing/phone.ts'
import type { PairingCode, PhoneList } from '../../../shared/calls/phones.ts'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { passOf, post } from '../../e2e/support/data/hand-made.ts'
import type { TestServer } from '../server.ts'

/** A phone of somebody of the demo company, paired by a code as people do it; it is allowed to dial. */
export async function pairPhone(server: TestServer, email: string, name: string): Promise<SimulatedPhone> {
  const { url } = server
  const { cookie } = await passOf(server, email)
  const asked = await post(`${url}/api/phones/codes`, { name, way: 'program' }, { cookie })
  const { code } = (await asked.json()) as PairingCode
  const { phone: id, key } = (await (await post(`${url}/phone/v1/pair`, { code })).json()) as Paired
  const { phones } = (await (await fetch(`${url}/api/phones`, { headers: { cookie } })).json()) as PhoneList
  if (!phones.find((one) => one.id === id)?.dials) throw new Error('a phone that was paired dials')
  return new SimulatedPhone(url, { id, key })
}
