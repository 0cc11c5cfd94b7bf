import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joined } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { counterparties } from '../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../shared/counterparties/counterparty-id.ts'
import type { Finding } from '../../shared/counterparties/finding.ts'
import { customers } from '../../shared/customers/collections.ts'
import { freshId } from '../../shared/documents/documents.ts'
import { COMMON } from '../../shared/documents/families.ts'
import type { Browser } from '../../sync-server/http/testing/browser.ts'
import { SERVICE_KEY, startCompany, type TestServer } from '../../sync-server/http/testing/server.ts'
import { errands } from '../errands/agent.ts'
import { Cache } from '../runtime/cache/cache.ts'
import { joinServer } from '../runtime/connection/join.ts'
import { runAgents } from '../runtime/connection/session.ts'
import { findIn } from '../runtime/find.ts'
import { Replica } from '../runtime/replica.ts'
import { counterpartiesAt } from './agent.ts'
import { type LocalService, party, startService } from './testing/service.ts'

const [KITCHENS, TRADE, NOBODY] = ['7707083893', '5029069967', '7736050003']
const quickly = { name: 'counterparties', ...counterpartiesAt({ look: 50, rest: 1, pause: 50 }) }
const log = pino({ level: 'silent' })

let server: TestServer
let owner: Browser
let service: LocalService
let desk: Replica
let folder: string
let stopAgents: () => Promise<void>
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  service = await startService('key')
  service.companies.set(KITCHENS, party(KITCHENS)).set(TRADE, party(TRADE, { name: 'ООО «Торг»' }))
  folder = mkdtempSync(joined(tmpdir(), 'voronka-counterparties-'))
  desk = new Replica(await joinServer({ address: server.url, secret: SERVICE_KEY, as: 'cli' }, 'desk'), log)
  await desk.open('setup', `customers/${COMMON}`)
  stopAgents = startAgents()
})
afterEach(async () => {
  desk.stop()
  await stopAgents()
  await service.stop()
  await server.close()
  rmSync(folder, { recursive: true })
})

function startAgents(): () => Promise<void> {
  const [stopping, cache] = [new AbortController(), new Cache(folder, log)]
  const address = { address: server.url, secret: SERVICE_KEY }
  const over = runAgents({ server: address, agents: [quickly, errands], cache, log, signal: stopping.signal })
  return async () => {
    stopping.abort()
    await over
    cache.close()
  }
}

const setUp = (change: object = {}) =>
  owner.send('/api/counterparties/service', {
    method: 'PUT',
    body: { service: { kind: 'dadata', url: service.url, key: 'key', days: 30, perDay: 100, ...change } },
  })
const known = (inn = '') => findIn(desk)(counterparties, counterpartyId(inn))
function customer(inn = ''): void {
  desk.write((tx) => tx.create(customers, freshId('customers', Date.now()), { name: `Покупатель ${inn}`, inn }))
}
const until = (look: () => void) => vi.waitFor(look, { timeout: 10_000, interval: 10 })

test('RK3, RK4: a customer’s company is asked for when it appears, and what is said becomes a record', async () => {
  await setUp()
  for (const inn of [KITCHENS, NOBODY]) customer(inn)
  await until(() => expect(known(KITCHENS)).toMatchObject({ name: 'ООО «Кухни»', state: 'acting', source: 'DaData' }))
  await until(() => expect(known(NOBODY)).toMatchObject({ name: null, trouble: 'unknownInn' }))
  customer(TRADE)
  await until(() => expect(known(TRADE)?.name).toBe('ООО «Торг»'))
  expect(service.asked.toSorted()).toEqual([TRADE, KITCHENS, NOBODY].toSorted())
})

test('RK1, RK3: who waits at a form gets the facts, everybody gets the record, and a change of state stands in its history', async () => {
  await setUp({ perDay: 0 })
  const find = async () => (await owner.post('/api/counterparties/find', { inn: KITCHENS })).body as unknown as Finding
  expect(await find()).toMatchObject({ is: 'found', facts: { head: 'Греф Иван Петрович' } })
  await until(() => expect(known(KITCHENS)?.state).toBe('acting'))
  service.companies.set(KITCHENS, party(KITCHENS, { status: 'BANKRUPT' }))
  await find()
  await until(() => expect(known(KITCHENS)?.state).toBe('bankrupt'))
  service.answer = async () => ({ status: 500, body: 'oops' })
  expect(await find()).toMatchObject({ is: 'failed', trouble: 'unreachable' })
  await until(() => expect(known(KITCHENS)).toMatchObject({ state: 'bankrupt', trouble: 'unreachable' }))
})

test('RK4: no more than so many a day, also after a restart', async () => {
  await setUp({ perDay: 1 })
  for (const inn of [KITCHENS, TRADE]) customer(inn)
  await until(() => expect(service.asked).toHaveLength(1))
  await stopAgents()
  stopAgents = startAgents()
  // It has asked for an errand, which comes behind a look at customers as they are.
  await owner.post('/api/counterparties/find', { inn: NOBODY })
  customer('500100732259')
  await owner.post('/api/counterparties/find', { inn: NOBODY })
  expect(service.asked.filter((inn) => inn !== NOBODY)).toHaveLength(1)
})

test('RK2, RK4: where the key is refused it rests, and goes on when that is mended', async () => {
  await setUp({ key: 'wrong' })
  customer(KITCHENS)
  await until(() => expect(known(KITCHENS)).toMatchObject({ trouble: 'keyRefused', checked: null }))
  expect(service.asked.length).toBe(1)
  await setUp()
  customer(TRADE)
  await until(() => expect(known(TRADE)?.name).toBe('ООО «Торг»'))
})
