import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { Cache } from '../../../agents/runtime/cache/cache.ts'
import { joinServer, readServiceKey } from '../../../agents/runtime/connection/join.ts'
import { Replica } from '../../../agents/runtime/replica.ts'
import type { CommandArgs } from '../../../shared/commands.ts'
import { FAMILIES, QUARTERLY } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { writeFilter } from '../../../shared/filters/text.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import type { SendingChange } from '../../../shared/messages/sending.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Browser } from '../../../sync-server/http/testing/browser.ts'
import { SETUP } from '../../../sync-server/http/testing/server.ts'
import type { AgentsProcess } from '../../support/agents.ts'
import type { TestServer } from '../../support/server.ts'

const SILENT = pino({ level: 'silent' })
const STATES = ['begun', 'in-work', 'handed-over'] as const
const QUARTER = quarterOf(Date.now())
const DOCUMENTS = [
  'setup',
  'automation',
  'customers/common',
  ...QUARTERLY.filter((family) => !('personal' in FAMILIES[family])).map((family) => `${family}/common/${QUARTER}`),
]

/**
 * A company with rules: unless others are given, one makes a job of each move, and one writes a letter and an SMS of those to the
 * last state.
 */
export async function openOffice(server: TestServer, sending: SendingChange, addRules = setUpRules) {
  const owner = new Browser(server.url)
  const founded = await owner.post('/api/setup', { ...SETUP, code: server.setUpCode })
  if (founded.status !== 200) throw new Error(JSON.stringify(founded.body))
  const set = await owner.send('/api/sending', { method: 'PUT', body: sending })
  if (set.status !== 200) throw new Error(JSON.stringify(set.body))
  const how = { address: server.url, secret: await readServiceKey(server.data), as: 'cli' } as const
  const replica = new Replica(await joinServer(how, 'office'), SILENT)
  await replica.open(...DOCUMENTS)
  setUp(replica)
  addRules(replica)
  const names = DOCUMENTS.map((rest) => `${replica.pass.company}/${rest}`)
  await replica.saved(names)
  return { replica, saved: () => replica.saved(names) }
}

/**
 * Lets agents begin and end until they have looked where the journal ends, which their first start does: what was before is none of
 * their business.
 */
export async function beginHearing(agents: AgentsProcess, folder: string): Promise<void> {
  for (let hasLooked = false; !hasLooked; ) {
    await agents.start()
    await after(200)
    await agents.stop()
    const cache = new Cache(folder, SILENT)
    hasLooked = cache.place('workflow.memory').read() !== null
    cache.close()
  }
}

/** A new order in the first state; its id. */
export function makeOrder(replica: Replica, department: string | null = null): string {
  const id = newId('common', Date.now())
  const start = { kind: 'kitchens', state: 'begun' }
  replica.run('createOrder', { id, fields: { sort: 'customer', customer: null, department }, lines: [], start })
  return id
}

function setUp(replica: Replica): void {
  const make = (collection: CommandArgs<'createRecord'>['collection'], id: string, values: object) =>
    replica.run('createRecord', { collection, id, values: values as never })
  for (const state of STATES) make('states', state, { name: state })
  make('kinds', 'kitchens', {
    name: 'Sale',
    sort: 'customer',
    states: Object.fromEntries(STATES.map((state, i) => [state, { place: `a${i}` }])),
  })
  const body = writeBody(bodyOfText('Sent'))
  make('messageTemplates', 'letter', { name: 'Letter', way: 'letter', sort: 'customer', subject: 'Order', body })
  make('messageTemplates', 'sms', { name: 'SMS', way: 'sms', sort: 'customer', body })
}

function setUpRules(replica: Replica): void {
  const base = { on: true, start: 'changesState', sort: 'customer' } as const
  replica.run('saveRule', {
    id: 'jobs',
    values: { ...base, name: 'jobs' },
    actions: { job: { does: 'makeJob', subject: 'Call', place: 'a0' } },
    others: [],
  })
  replica.run('saveRule', {
    id: 'messages',
    values: {
      ...base,
      name: 'messages',
      criteria: writeFilter([{ field: 'state', is: 'equal', values: ['handed-over'] }]),
    },
    actions: {
      letter: { does: 'letter', template: 'letter', to: 'toAddress', address: 'anna@b.test', place: 'a0' },
      sms: { does: 'sms', template: 'sms', to: 'toAddress', address: '+79161234567', place: 'a1' },
    },
    others: [],
  })
}
