import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { Answer, ListAnswer, ListQuery } from '../queries/query.ts'
import { makeOld, startCompany, type TestCompany } from './testing/company.ts'
import { ALL_ORDERS, type TestDevice } from './testing/test-device.ts'

let company: TestCompany
let mira: TestDevice
beforeEach(async () => {
  company = await startCompany()
  mira = await company.device('mira')
})
afterEach(() => company.stop())

/** Two open orders in two quarters, and what a list says of them is remembered. */
async function remember(query: ListQuery = ALL_ORDERS): Promise<string[]> {
  const ids = [await makeOld(mira, 1, 'a', 'new'), await makeOld(mira, 2, 'b', 'new')]
  await mira.saved()
  await eventually(openQuarters).toBe(2)
  const rows = heard(query)
  await eventually(() => notes(rows.at(-1))).toEqual(['a', 'b'])
  await eventually(() => JSON.stringify(kept() ?? '')).toContain('"note":"b"')
  return ids
}

/** What is remembered on the disk. */
function kept(): unknown {
  return mira.disk.rows(`${company.server.company}/mira`, 'facts').get('answers')
}

/** How many quarters the shelves tell of that have open orders. */
async function openQuarters(): Promise<number> {
  const shelves = await mira.ask({ what: 'all', collection: 'shelves' })
  return shelves.what === 'all' ? shelves.rows.filter(({ open }) => Number(open) > 0).length : 0
}

/** All that a query is answered, in its order. */
function heard(query: ListQuery = ALL_ORDERS): Answer[] {
  const answers: Answer[] = []
  mira.subscribe(query, (answer) => answers.push(answer))
  return answers
}

function notes(answer: Answer | undefined): unknown[] {
  return ((answer as ListAnswer | undefined)?.rows ?? []).map((row) => ('note' in row ? row.note : null)).sort()
}

/** Starts again on a disk that takes its time for each document. */
async function startSlowly(): Promise<void> {
  await mira.kill()
  mira.disk.time = () => 150
  await mira.begin()
}

test('a list is on the screen before a document is read, says that it is remembered, and then is live and whole', async () => {
  await remember()
  await startSlowly()
  const [rows, all] = [heard(), heard()]
  mira.subscribe({ what: 'status' }, (answer) => all.push(answer))
  await eventually(() => rows.length).toBeGreaterThan(0)
  expect(notes(rows[0])).toEqual(['a', 'b'])
  expect(all[0]).toMatchObject({ what: 'list', remembered: true })
  await eventually(() => rows.length).toBeGreaterThan(1)
  // No part of the quarters takes the place of what is remembered.
  for (const row of rows) expect(notes(row)).toEqual(['a', 'b'])
  expect(rows.at(-1)).not.toHaveProperty('remembered')
  await mira.saved()
})

test('what somebody else did meanwhile takes the place of what is remembered', async () => {
  const [id = ''] = await remember()
  const max = await company.device('max')
  await mira.kill()
  await max.run('setRecord', { collection: 'orders', id, values: { note: 'by max' } })
  await max.saved()
  mira.disk.time = () => 100
  await mira.begin()
  const rows = heard()
  await eventually(() => notes(rows[0])).toEqual(['a', 'b'])
  await eventually(() => notes(rows.at(-1))).toEqual(['b', 'by max'])
})

test('a command on what is remembered waits for its documents, is kept, and is seen at once', async () => {
  const [id = ''] = await remember()
  await startSlowly()
  const rows = heard()
  const done = mira.run('setRecord', { collection: 'orders', id, values: { note: 'edited' } })
  await eventually(() => rows.length).toBeGreaterThan(0)
  await done
  await eventually(() => notes(rows.at(-1))).toEqual(['b', 'edited'])
  await mira.saved()
})

test('a list that is asked otherwise than it stood has nothing until there is a live answer', async () => {
  await remember()
  await startSlowly()
  const rows = heard({ ...ALL_ORDERS, sort: [{ field: 'note', down: true }] })
  await eventually(() => notes(rows.at(-1))).toEqual(['a', 'b'])
  for (const row of rows) expect(row).not.toHaveProperty('remembered')
})

test('what another build has remembered is passed over, and so is a list of relative days on another day', async () => {
  await remember()
  mira.build = 'two'
  await startSlowly()
  expect(mira.open.size).toBeGreaterThan(0)
  await mira.session.opened
  mira.build = 'one'

  const days: ListQuery = { ...ALL_ORDERS, filter: [{ field: 'date', is: 'during', values: ['thisYear'] }] }
  heard(days)
  await mira.run('createOrder', {
    id: newId(COMMON, Date.now()),
    fields: { sort: 'work', note: 'c' },
    lines: [],
    start: { kind: 'kitchens', state: 'new' },
  })
  await eventually(() => JSON.stringify(kept())).toContain('"during')
  const stored = kept() as { day: string }
  stored.day = 'yesterday'
  mira.build = 'two'
  await mira.kill()
  mira.disk.time = () => 150
  await mira.begin()
  const rows = heard(days)
  await eventually(() => rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).not.toHaveProperty('remembered')
})
