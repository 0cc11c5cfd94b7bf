import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import type { PlanFields } from '../../shared/plans/commands.ts'
import { periodsOf } from '../../shared/plans/periods.ts'
import { placedBehind } from '../../shared/plans/rows.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { serviceDevice } from '../faults/support/company.ts'
import type { TestServer } from './server.ts'

/** Three years by months. */
const THREE_YEARS = { from: '2024-01-01', until: '2026-12-31', periodicity: 'byMonth' } as const
/** So many rows are sent at once. */
const PART = 100

/** What a plan plans: categories in three years, where nothing is said. */
interface Planned {
  readonly fields?: Partial<Omit<PlanFields, 'quantities'>>
  /** What its rows are about. */
  readonly firsts: readonly string[]
}

/** So many categories. */
export function categories(count: number): string[] {
  return Array.from({ length: count }, (_, row) => `Category ${row + 1}`)
}

/** Makes a plan of 36 months with sums and quantities, all filled, on a server that has a company; its id. */
export async function largePlan(server: TestServer, { fields = {}, firsts }: Planned): Promise<string> {
  const service = await serviceDevice(server, 'agents')
  const id = newId(COMMON, Date.now())
  const held = await service.synced(`plans/${COMMON}/${quarterOf(Date.now())}`)
  const plan = { ...THREE_YEARS, first: 'byCategory', ...fields, quantities: true } as const
  service.run('createPlan', { id, fields: plan })
  const periods = periodsOf(plan)
  const rows = placedBehind(
    null,
    firsts.map((first, row) => ({
      ...{ first, second: null },
      cells: periods.map((period, at) => ({
        period: period.id,
        sum: (row + 1) * 1000 + at,
        quantity: (at + 1) * 1000,
      })),
    })),
  )
  for (let from = 0; from < rows.length; from += PART) {
    service.run('addPlanRows', { id, rows: rows.slice(from, from + PART) })
    await service.saved(held)
  }
  service.close()
  return id
}
