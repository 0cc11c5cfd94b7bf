import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMappingFile, readSheets } from '../../agents/importer/files.ts'
import { importFiles } from '../../agents/importer/import.ts'
import type { Replica } from '../../agents/runtime/replica.ts'
import { ROOT } from '../../scripts/root.ts'
import { messages } from '../../shared/messages/collections.ts'
import { SORTS } from '../../shared/orders/collections.ts'
import { runs } from '../../shared/rules/collections.ts'
import { AgentsProcess } from '../support/agents.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { makeOrder, openOffice } from './support/rules.ts'

const MAPPING = join(ROOT, 'tests/fixtures/crm-sales-opportunities/mapping.json')
const STARTS = ['changesState', 'isCreated', 'isCompleted', 'isCancelled', 'hasStood'] as const
const LETTER = { does: 'letter', template: 'letter', to: 'toAddress', address: 'anna@b.test', place: 'a0' } as const
const JOB = { does: 'makeJob', subject: 'Call', place: 'a1' } as const
/** In which the imported orders lie. */
const QUARTERS = ['2016Q4', '2017Q1', '2017Q2', '2017Q3', '2017Q4'].map((quarter) => `runs/common/${quarter}`)

let server: TestServer
let agents: AgentsProcess
let replica: Replica
let saved: () => Promise<void>

beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  ;({ replica, saved } = await openOffice(server, { mail: null, sms: null }, addRules))
  agents = new AgentsProcess(['--url', server.url, '--data', server.data])
  await agents.start()
})
afterEach(async () => {
  await agents.kill()
  replica.stop()
  await server.close()
})

/** Twenty: for each start and sort of order two. */
function addRules(office: Replica): void {
  const all = SORTS.flatMap((sort) => STARTS.flatMap((start) => [1, 2].map((n) => ({ sort, start, n }))))
  for (const { sort, start, n } of all) {
    const id = `${sort}-${start}-${n}`
    const values = { name: id, on: true, sort, start, hours: 1 }
    office.run('saveRule', { id, values, actions: { letter: LETTER, job: JOB }, others: [] })
  }
}

async function importAll(): Promise<number> {
  const mapping = await readMappingFile(MAPPING)
  const sheets = await readSheets(MAPPING, mapping)
  const how = { mapping, file: MAPPING, sheets, isDry: false, isHeard: false, onProgress: () => undefined }
  const { report } = await importFiles(replica, how)
  return Math.max(...report.sources.map(({ taken }) => taken))
}

test('WF6: 8,800 orders that are imported under 20 rules start none of them', async () => {
  expect(await importAll()).toBe(8800)
  // The journal tells of it behind them all.
  const order = makeOrder(replica)
  replica.run('moveOrder', { id: order, state: 'in-work' })
  await saved()
  await replica.open(...QUARTERS)
  const started = () => [...replica.rows(runs)].filter(({ rule }) => rule?.startsWith('customer-changesState'))
  await expect.poll(() => started().filter(({ steps }) => steps.every(({ made }) => made)).length).toBe(4)
  expect(new Set([...replica.rows(runs)].map((run) => run.order))).toEqual(new Set([order]))
  expect(new Set([...replica.rows(messages)].map((message) => message.order))).toEqual(new Set([order]))
})
