import { afterEach, beforeEach, test } from 'vitest'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { HistoryAnswer } from '../queries/query.ts'
import { makeOld, quarter, startCompany, type TestCompany } from './testing/company.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

test('a device tells what it knows of a record’s history, what of it is unsent, and holds its document meanwhile', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = await makeOld(mira, 1, 'a')
  await mira.saved()
  await eventually(async () => (await max.list()).count).toBe(1)
  await eventually(() => [...max.open]).not.toContain(quarter(1))
  const answers: HistoryAnswer[] = []
  const end = max.subscribe({ what: 'history', collection: 'orders', id }, (answer) =>
    answers.push(answer as HistoryAnswer),
  )
  const told = () =>
    (answers.at(-1)?.writes ?? []).map(({ path, value, isUnsent }) => [path, path === '' ? '' : value, isUnsent])
  await eventually(told).toContainEqual(['', '', false])
  max.line.cut()
  await max.run('removeRecord', { collection: 'orders', id })
  await eventually(told).toContainEqual(['gone', true, true])
  max.line.restore()
  await max.saved()
  await eventually(told).toContainEqual(['gone', true, false])
  await eventually(async () => (await mira.list()).count).toBe(0)
  await mira.run('restoreRecord', { collection: 'orders', id })
  await eventually(told).toContainEqual(['gone', false, false])
  end()
  await eventually(() => [...max.open]).not.toContain(quarter(1))
})
