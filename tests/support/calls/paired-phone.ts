import { SimulatedPhone } from '../../../agents/telephony/testing/phone.ts'
import { LINE_FIELDS } from '../../../shared/calls/line-settings.ts'
import type { PairingCode, PhoneChange, PhoneList } from '../../../shared/calls/phones.ts'
import type { Paired, Report } from '../../../shared/calls/protocol.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
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

/** A line of the demo company that sends hooks, set up by its owner; says what happens to a call of it. */
export async function hookLine(server: TestServer, email: string, name: string) {
  const { cookie } = await passOf(server, email)
  const [id, secret] = [newEntryId(), 'secret-of-line']
  const shown = Object.fromEntries(LINE_FIELDS.hooks.shown.map((field) => [field, '']))
  const change: PhoneChange = {
    ...{ way: 'hooks', name, number: '', dials: false, texts: false, isOff: false },
    settings: { shown, secret: { secret } },
  }
  const send = (path: string, method: string, body: object, headers: Readonly<Record<string, string>>) =>
    fetch(server.url + path, {
      method,
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    })
  const { status } = await send(`/api/phones/${id}`, 'PUT', change, { cookie })
  if (status !== 200) throw new Error(`the line is not set up: ${status}`)
  return async (report: Report) =>
    (await send(`/phone/v1/hooks/${id}`, 'POST', report, { 'x-voronka-signature': secret })).status
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
