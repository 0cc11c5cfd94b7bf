import { HocuspocusProvider } from '@hocuspocus/provider'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { GivenLink } from '../../../shared/accounts/api.ts'
import { customers as declared } from '../../../shared/customers/collections.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { standingOf } from '../../../shared/orders/moves/moves.ts'
import { type Look, presenceDocument } from '../../../shared/presence/presence.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Device, Held } from '../../../sync-server/sync/testing/device.ts'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { cookiesOf, handMade, passOf, post } from '../../e2e/support/data/hand-made.ts'
import { codeFor } from '../factors/totp.ts'
import { deliver, LETTERS } from '../letters/post-box.ts'
import type { TestServer } from '../server.ts'
import { addRules, type StagedRules } from './staged-rules.ts'

/** What others have done before screens are looked at, and go on doing. */
export interface Staged {
  /** The address of an order that two moved and wrote apart; one of them fills in a field of it. */
  readonly apart: string
  /** A rule that has run, and the order for which it has. */
  readonly ruled: StagedRules
  /** Letters that came to the company's mailbox, by their ids. */
  readonly letters: readonly string[]
  /** The path of an invitation's link. */
  readonly invitation: string
  /** Asks the server as the owner, from a device of his own. */
  readonly asOwner: (method: 'GET' | 'POST', path: string) => Promise<Response>
  /** The owner is called, once. */
  readonly ring: () => Promise<void>
  close(): void
}

const [OWNER, ABDULOV, VEDERKIN, VIEWER] = ['gromova', 'abdulov', 'vederkin', 'kuzmin'].map(
  (name) => `${name}@assol.example`,
) as [string, string, string, string]

/** A state that orders of customers cannot enter as they are. */
export const ASKING = 'Готов к отгрузке'

/** Who looks at the screens. */
export const WALKER = OWNER

/** Who signs in with a code. */
export const WITH_CODE = VIEWER

/** Who signs in by a password alone. */
export const WITHOUT_CODE = ABDULOV

/** Has the others of the demo company do what screens show of others. */
export async function stage(server: TestServer): Promise<Staged> {
  const [one, other] = await Promise.all([atWork(server, ABDULOV), atWork(server, VEDERKIN)])
  const order = await writeApart(one, other)
  const looks = fillingIn(one.device, { collection: 'orders', id: order, path: 'contact' })
  const owner = await atWork(server, OWNER)
  askFor(owner.device)
  addCurrency(owner.device)
  await addFields(owner.device)
  await writeTo(owner.device)
  const events = await missCalls(owner.device)
  await ignoreNumbers(owner.device)
  const keeper = await atWork(server, OWNER)
  const ruled = await addRules(keeper.device, keeper.held)
  const { cookie } = await passOf(server, OWNER)
  await turnOnCode(server, WITH_CODE)
  const letters = await deliver(server, OWNER, LETTERS)
  return {
    apart: `/orders/work/${order}`,
    ruled,
    letters,
    invitation: await invite(server, cookie),
    asOwner: (method, path) => fetch(server.url + path, { method, headers: { cookie, origin: server.url } }),
    ring: createRing(owner.device, events),
    close() {
      looks.destroy()
      for (const { device } of [one, other, owner, keeper]) device.close()
    },
  }
}

interface AtWork {
  readonly device: Device
  readonly held: Held
}

async function atWork(server: TestServer, email: string): Promise<AtWork> {
  const device = handMade(server, await passOf(server, email))
  await device.synced('setup')
  return { device, held: await device.synced(QUARTER) }
}

/** Fields of the company's own: cards have one of each look, lists a filter of one. */
async function addFields(device: Device): Promise<void> {
  const of = 'customers'
  const options = { oak: { name: 'Дуб', hue: 40, place: 'a0' }, ash: { name: 'Ясень', place: 'a1' } }
  const fields = {
    custom_area: { name: 'Площадь, м²', type: 'number', decimals: 'thousandths', place: 'a0' },
    custom_wood: { name: 'Материал', type: 'choice', quick: true, options, place: 'a1' },
    custom_site: { name: 'Сайт', type: 'link', wanted: true, place: 'a2' },
    custom_done: { name: 'Замер сделан, чертежи приняты', type: 'yesNo', later: true, place: 'a3' },
  } as const
  for (const [id, values] of Object.entries(fields))
    device.run('createRecord', { collection: 'customFields', id, values: { of, ...values } })
  const customers = await device.synced('customers/common')
  for (const { id } of customers.records(declared).rows())
    device.run('setRecord', {
      collection: of,
      id,
      values: { custom_area: '12.345', custom_wood: 'oak', custom_site: 'assol.example' },
    })
  // A line takes what is written in its order: what was declared before stands then, too.
  await device.saved(customers)
}

/** A letter among the outgoing. */
async function writeTo(device: Device): Promise<void> {
  const id = newId(COMMON, Date.now())
  const held = await device.synced(documentOf('', 'runs', id).slice(1))
  const [subject, body] = ['Кухня готова', 'Здравствуйте! Кухня готова, ее можно забрать.']
  device.run('writeMessage', { id, way: 'letter', to: 'client12@assol.example', subject, body })
  await device.saved(held)
}

/** Calls that nobody took: one of them somebody calls back. Gives the document that has them. */
async function missCalls(device: Device): Promise<Held> {
  const missed = [
    { number: '+79161234567', callsBack: null, note: 'Просила перезвонить после обеда, по кухне на дачу' },
    { number: '+74952321320', callsBack: 'gromova', note: null },
    { number: null, callsBack: null, note: null },
  ]
  const ids = missed.map((_, n) => newId(COMMON, Date.now() - n * 3_600_000))
  const held = await device.synced(documentOf('', 'events', ids[0] ?? '').slice(1))
  for (const [n, call] of missed.entries()) {
    const values = { direction: 'in', state: 'missed', rang: Date.now() - n * 3_600_000, ...call }
    device.run('createRecord', { collection: 'calls', id: ids[n] ?? '', values })
  }
  await device.saved(held)
  return held
}

/** Numbers whose calls show no window; the mask does nothing. */
async function ignoreNumbers(device: Device): Promise<void> {
  const held = await device.synced('automation')
  for (const [id, number] of Object.entries({ line: '8 800 200-10-20', wrong: '8*' }))
    device.run('createRecord', { collection: 'ignoredNumbers', id, values: { number, note: 'Опросы' } })
  await device.saved(held)
}

/** A customer of the owner's talks with her, from when it is first asked for. */
function createRing(device: Device, held: Held): () => Promise<void> {
  let ringing: Promise<void> | undefined
  const ring = async () => {
    const [id, now] = [newId(COMMON, Date.now()), Date.now()]
    const values = { direction: 'in', state: 'talking', number: '+78125550112', rang: now, answered: now }
    device.run('createRecord', { collection: 'calls', id, values: { ...values, responsible: 'gromova' } })
    await device.saved(held)
  }
  return () => (ringing ??= ring())
}

/** Has states ask for what orders do not have, by their ids: their names may be others. */
function askFor(device: Device): void {
  const asked = { production: ['contact', 'project'], ready: ['contact', 'works'] }
  for (const [id, requires] of Object.entries(asked))
    device.run('setRecord', { collection: 'states', id, values: { requires } })
}

/** A currency with rates. */
function addCurrency(device: Device): void {
  const rates = {
    r1: { from: '2026-09-01', millionths: 79_800_000 },
    r2: { from: '2026-10-01', millionths: 81_250_000 },
  }
  device.run('createRecord', {
    collection: 'currencies',
    id: 'usd',
    values: { code: 'USD', name: 'Доллар США', rates },
  })
}

/** Two write and move one order, neither having seen what the other did; gives its id. */
async function writeApart(one: AtWork, other: AtWork): Promise<string> {
  const all = [...one.held.records(orders).rows()].filter((order) => order.sort === 'work')
  const standing = all.map((order) => ({ id: order.id, ...standingOf(order) }))
  const open = standing.filter(({ state }) => state !== null && state !== COMPLETED)
  const [first] = open
  const [left, right] = [...new Set(open.flatMap(({ state }) => state ?? []))].filter((state) => state !== first?.state)
  if (!first || !left || !right) throw new Error('The demo company has no order to be moved apart')
  const { id } = first
  one.device.run('setOrder', { id, fields: { note: 'замер в субботу после обеда' } })
  one.device.run('moveOrder', { id, state: left })
  other.device.run('setOrder', { id, fields: { note: 'замер перенесли на понедельник' } })
  other.device.run('moveOrder', { id, state: right })
  await Promise.all([one, other].map(({ device, held }) => device.saved(held)))
  return id
}

/** Says that somebody is at a field, until what it gives is destroyed. */
function fillingIn(device: Device, look: Look): HocuspocusProvider {
  const { company, replica } = device.options
  const document = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider: device.socket,
    name: presenceDocument(company),
    document,
    awareness: new Awareness(document),
    token: `replica:${replica}`,
  })
  provider.attach()
  provider.setAwarenessField('looks', [look])
  return provider
}

async function invite(server: TestServer, cookie: string): Promise<string> {
  const answer = await post(`${server.url}/api/invitations`, { name: 'Борис', role: 'manager' }, { cookie })
  return new URL(((await answer.json()) as GivenLink).link).pathname
}

/** From here on nobody is let in without a code or a passkey: who has none sets one up first. */
export async function requireFactor(server: TestServer): Promise<void> {
  const cookie = await turnOnCode(server, OWNER)
  await post(`${server.url}/api/second-factor/requirement`, { required: true }, { cookie })
}

/** From here on somebody signs in with a code as well; what he is known by from now on. */
async function turnOnCode(server: TestServer, email: string): Promise<string> {
  const { cookie } = await passOf(server, email)
  const start = await post(`${server.url}/api/second-factor`, { password: DEMO_PASSWORD }, { cookie })
  const { uri } = (await start.json()) as { readonly uri: string }
  const answer = await post(`${server.url}/api/second-factor/confirm`, { code: codeFor(uri) }, { cookie })
  return cookiesOf(answer)
}
