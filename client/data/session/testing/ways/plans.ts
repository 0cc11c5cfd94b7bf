import type { RecordOf } from '../../../../../shared/commands.ts'
import { planRowId } from '../../../../../shared/plans/rows.ts'
import type { Two } from '../two.ts'
import { fresh } from './made.ts'
import type { Ways } from './way.ts'

const SPAN = { from: '2015-02-01', until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const

async function plan(one: Two['one']): Promise<RecordOf & { readonly row: RecordOf }> {
  const { collection, id } = fresh('plans', one)
  await one.run('createPlan', { id, fields: SPAN })
  const row = planRowId({ id, first: 'byCategory', second: null }, 'Модули', null)
  return { collection, id, row: { collection: 'planRows', id: row } }
}

async function planWithRow(one: Two['one']): ReturnType<typeof plan> {
  const made = await plan(one)
  await one.run('addPlanRows', { id: made.id, rows: [{ first: 'Модули', second: null, place: 'a0' }] })
  return made
}

/** Plans of sales, their rows and cells. */
export const PLAN_WAYS: Ways<'createPlan' | 'changePlan' | 'addPlanRows' | 'removePlanRows' | 'setPlanCells'> = {
  createPlan: {
    'a quarter': async ({ one }) => {
      const about = fresh('plans', one)
      return { args: { id: about.id, fields: SPAN }, about: [about] }
    },
  },
  changePlan: {
    'a sum moved onto months': async ({ one }) => {
      const { row, ...about } = await planWithRow(one)
      await one.run('setPlanCells', { id: about.id, cells: [{ row: row.id, period: '2015-02-01', sum: 100 }] })
      return { args: { id: about.id, fields: { periodicity: 'byMonth' }, spread: [row.id] }, about: [about, row] }
    },
  },
  addPlanRows: {
    'with what is planned': async ({ one }) => {
      const { row, ...about } = await plan(one)
      const rows = [{ first: 'Модули', second: null, place: 'a0', cells: [{ period: '2015-02-01', sum: 100 }] }]
      return { args: { id: about.id, rows }, about: [about, row] }
    },
    'one that was removed': async ({ one }) => {
      const { row, ...about } = await planWithRow(one)
      await one.run('removePlanRows', { id: about.id, rows: [row.id] })
      return { args: { id: about.id, rows: [{ first: 'Модули', second: null, place: 'a0' }] }, about: [about, row] }
    },
  },
  removePlanRows: {
    'one row': async ({ one }) => {
      const { row, ...about } = await planWithRow(one)
      return { args: { id: about.id, rows: [row.id] }, about: [about, row] }
    },
  },
  setPlanCells: {
    'a sum and a quantity': async ({ one }) => {
      const { row, ...about } = await planWithRow(one)
      const cells = [{ row: row.id, period: '2015-02-01', sum: 100, quantity: 5_000 }]
      return { args: { id: about.id, cells }, about: [about, row] }
    },
    emptied: async ({ one }) => {
      const { row, ...about } = await planWithRow(one)
      await one.run('setPlanCells', { id: about.id, cells: [{ row: row.id, period: '2015-02-01', sum: 100 }] })
      return { args: { id: about.id, cells: [{ row: row.id, period: '2015-02-01', sum: null }] }, about: [about, row] }
    },
  },
}
