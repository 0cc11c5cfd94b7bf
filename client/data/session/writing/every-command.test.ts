import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../shared/commands.ts'
import { COMMON } from '../../../../shared/documents/families.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { startCompany, type TestCompany } from '../testing/company.ts'
import { haveBoth, readings, recordOf, type Two } from '../testing/two.ts'
import { NOT_UNDOABLE, type Undoable, WALK } from '../testing/ways/walk.ts'
import type { Way } from '../testing/ways/way.ts'
import { Timeline } from './timeline.ts'

/** One company for all: each command has records of its own. */
let company: TestCompany | undefined
let two: Two

beforeEach(async () => {
  if (company) return
  company = await startCompany()
  two = { one: company.owner, other: await company.device('olga') }
  await two.one.run('createRecord', { collection: 'reasons', id: 'price', values: { name: 'Цена' } })
})
afterAll(() => company?.stop())

test('every command there is stands here once', () => {
  expect([...Object.keys(WALK), ...Object.keys(NOT_UNDOABLE)].sort()).toEqual(Object.keys(COMMANDS).sort())
})

describe.each(Object.keys(WALK) as Undoable[])('%s', (name) => {
  test.each(Object.keys(WALK[name]))('%s: done, undone, repeated, the same on another device', (way) =>
    goThrough(name, WALK[name][way] as Way<Undoable>),
  )
})

/** Does a command, undoes and repeats it twice over, as the keys of a page do; another device reads the same in the end. */
async function goThrough<N extends Undoable>(name: N, way: Way<N>): Promise<void> {
  const { one } = two
  const { args, about } = await way(two)
  await haveBoth(two, ...about)
  const page = new Timeline(one.session)
  const before = await readings(one, about)
  await page.does(one.run(name, args))
  const after = await readings(one, about)
  expect(after, 'it does something').not.toEqual(before)
  for (const _ of ['once', 'twice']) {
    expect(await page.undo()).toMatchObject({ kept: 0 })
    expect(await readings(one, about), 'undone').toEqual(before)
    expect(await page.redo()).toMatchObject({ kept: 0 })
    expect(await readings(one, about), 'repeated').toEqual(after)
  }
  await haveBoth(two, ...about)
  expect((await one.status()).notAccepted).toEqual([])
}

test('a decision for the present value is no step: the act before it is undone', async () => {
  const { one } = two
  const about = { collection: 'customers', id: newId(COMMON, one.session.now) } as const
  const page = new Timeline(one.session)
  await page.does(one.run('createRecord', { ...about, values: { name: 'Ассоль' } }))
  await page.does(one.run('setRecord', { ...about, values: { name: 'Грей' } }))
  await page.does(one.run('keepValue', { ...about, path: 'name' }))
  expect(await page.undo()).toMatchObject({ what: { deeds: ['name'] }, undone: 1 })
  expect((await recordOf(one, about)).row).toMatchObject({ name: 'Ассоль' })
})
