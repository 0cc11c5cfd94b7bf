import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../../shared/documents/families.ts'
import { Failure } from '../../../../shared/errors.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Progress } from '../../../../shared/under-way.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'
import { Timeline } from './timeline.ts'

const NOTHING = { what: null, undone: 0, kept: 0, keptIn: [], keptBesides: 0 }

let company: TestCompany
let mira: TestDevice
let page: Timeline
let id: string

beforeEach(async () => {
  company = await startCompany()
  mira = await company.device('mira')
  page = new Timeline(mira.session)
  id = newId(COMMON, Date.now())
  const start = { kind: 'kitchens', state: 'new' }
  await act('createOrder', { id, fields: { sort: 'work', note: 'first' }, lines: [], start })
})
afterEach(() => company.stop())

async function act(...[name, args]: Parameters<TestDevice['run']>): Promise<number> {
  const { act } = await page.does(mira.session.run(name, args))
  return act
}

const set = (fields: { readonly note?: string; readonly source?: string }) => act('setOrder', { id, fields })

async function order(device = mira) {
  const { row } = await device.record(id)
  return { note: row?.note, source: row?.source, gone: row?.gone }
}

test('acts go back and forth one behind the other, and what they were about is told', async () => {
  await set({ note: 'second' })
  await set({ note: 'third', source: 'shop' })
  expect(await page.undo()).toMatchObject({ what: { deeds: ['note', 'source'], records: 1 }, undone: 2, kept: 0 })
  expect(await page.undo()).toMatchObject({ what: { deeds: ['note'], item: { id } }, undone: 1 })
  expect(await order()).toMatchObject({ note: 'first', source: null })
  expect(await page.redo()).toMatchObject({ what: { deeds: ['note'] }, undone: 1 })
  expect(await page.redo()).toMatchObject({ what: { deeds: ['note', 'source'] }, undone: 2 })
  expect(await order()).toMatchObject({ note: 'third', source: 'shop' })
  expect(await page.redo()).toEqual(NOTHING)
  for (let i = 0; i < 3; i++) await page.undo()
  expect(await order()).toMatchObject({ gone: true })
  expect(await page.undo()).toEqual(NOTHING)
})

test('what is kept of a message while it is typed is passed over', async () => {
  await set({ note: 'second' })
  const draft = { collection: 'messageDrafts', id: `${mira.user}_message_${id}` } as const
  await act('createRecord', { ...draft, values: { draft: '{}', at: 1 } })
  await act('setRecord', { ...draft, values: { draft: null, at: 2 } })
  expect(await page.undo()).toMatchObject({ what: { deeds: ['note'], item: { id } }, undone: 1 })
  await act('setRecord', { ...draft, values: { draft: '{}', at: 3 } })
  expect(await page.redo()).toMatchObject({ what: { deeds: ['note'] }, undone: 1 })
})

test('two presses at once are two steps, in their order', async () => {
  await set({ note: 'second' })
  await set({ note: 'third' })
  await Promise.all([page.undo(), page.undo()])
  expect(await order()).toMatchObject({ note: 'first' })
  await Promise.all([page.redo(), page.redo(), page.undo()])
  expect(await order()).toMatchObject({ note: 'second' })
})

test('an act that is seen and not on disk yet is the one that a press undoes', async () => {
  await set({ note: 'second' })
  const third = set({ note: 'third' })
  await page.undo()
  await third
  expect(await order()).toMatchObject({ note: 'second' })
  const fourth = set({ source: 'shop' })
  expect(await page.redo()).toEqual(NOTHING)
  await fourth
})

test('a new act leaves nothing to repeat; an act that wrote nothing is none', async () => {
  await set({ note: 'second' })
  await page.undo()
  await set({ note: 'first' })
  expect(await page.redo()).toMatchObject({ undone: 1 })
  await page.undo()
  await set({ source: 'shop' })
  expect(await page.redo()).toEqual(NOTHING)
})

test('an act that is undone by its own button is out of the line, and can be repeated', async () => {
  const first = await set({ note: 'second' })
  await set({ source: 'shop' })
  expect(await page.undo(first)).toMatchObject({ undone: 1 })
  expect(await page.undo(first)).toEqual(NOTHING)
  expect(await order()).toEqual({ note: 'first', source: 'shop', gone: false })
  expect(await page.redo()).toMatchObject({ what: { deeds: ['note'] } })
  expect(await order()).toMatchObject({ note: 'second', source: 'shop' })
})

test('what somebody has changed since stays, is counted and named; pages have a line each', async () => {
  const max = await company.device('max')
  await set({ note: 'second', source: 'shop' })
  await mira.saved()
  await eventually(() => order(max)).toMatchObject({ source: 'shop' })
  await max.run('setOrder', { id, fields: { note: 'by max' } })
  await eventually(() => order()).toMatchObject({ note: 'by max' })
  expect(await new Timeline(mira.session).undo()).toEqual(NOTHING)
  const undid = await page.undo()
  expect(undid).toMatchObject({ undone: 1, kept: 1, keptBesides: 0 })
  expect(undid.keptIn).toMatchObject([{ collection: 'orders', item: { id }, deeds: ['note'] }])
  expect(await order()).toMatchObject({ note: 'by max', source: null })
  await mira.saved()
  await eventually(() => order(max)).toMatchObject({ source: null })
  await max.run('setOrder', { id, fields: { source: 'by max' } })
  await eventually(() => order()).toMatchObject({ source: 'by max' })
  expect(await page.redo()).toMatchObject({ undone: 0, kept: 1 })
  expect(await page.redo()).toEqual(NOTHING)
})

test('a move goes back and forth by moves', async () => {
  await act('moveOrder', { id, state: 'made' })
  expect(await page.undo()).toMatchObject({ what: { deeds: ['moves'] }, undone: 1 })
  expect((await mira.record(id)).item).toMatchObject({ state: 'new' })
  await page.redo()
  expect((await mira.record(id)).item).toMatchObject({ state: 'made' })
  await page.undo()
  expect((await mira.record(id)).item).toMatchObject({ state: 'new' })
  expect((await mira.record(id)).row).toMatchObject({ moves: { length: 5 } })
})

test('undoing and repeating thousands that is stopped puts back what it did, and can be begun again', async () => {
  const ids = Array.from({ length: 600 }, () => newId(COMMON, Date.now()))
  const make = (one: string) => mira.run('createRecord', { collection: 'customers', id: one, values: { name: one } })
  await Promise.all(ids.map(make))
  await act('changeRecords', { collection: 'customers', ids, change: { what: 'field', field: 'note', value: 'many' } })
  const noted = async () => {
    const answer = await mira.ask({ what: 'all', collection: 'customers' })
    return answer.what === 'all' ? answer.rows.filter(({ note }) => note === 'many').length : 0
  }
  const stopped = () => {
    const stop = new AbortController()
    const onProgress = ({ done, way }: Progress) => {
      if (way === 'forth' && done === 500) stop.abort(new Failure('change-stopped'))
    }
    return { onProgress, signal: stop.signal }
  }
  await expect(page.undo(undefined, stopped())).rejects.toMatchObject({ code: 'change-stopped' })
  expect(await noted()).toBe(600)
  expect(await page.undo()).toMatchObject({ undone: 600, kept: 0 })
  await expect(page.redo(stopped())).rejects.toMatchObject({ code: 'change-stopped' })
  expect(await noted()).toBe(0)
  expect(await page.redo()).toMatchObject({ undone: 600, kept: 0 })
  expect(await noted()).toBe(600)
})
