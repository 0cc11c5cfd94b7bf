import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { periodsOf } from '../../shared/plans/periods.ts'
import { placedBehind } from '../../shared/plans/rows.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { serviceDevice } from '../faults/support/company.ts'
import type { TestServer } from './server.ts'

/** Three years by months. */
const SPAN = { from: '2024-01-01', until: '2026-12-31', periodicity: 'byMonth' } as const
/** So many rows are sent at once. */
const PART = 100

/** Makes a plan of so many rows by 36 months with sums and quantities, all filled, on a server that has a company; its id. */
export async function largePlan(server: TestServer, count: number): Promise<string> {
  const service = await serviceDevice(server, 'agents')
  const id = newId(COMMON, Date.now())
  const held = await service.synced(`plans/${COMMON}/${quarterOf(Date.now())}`)
  service.run('createPlan', { id, fields: { ...SPAN, first: 'byCategory', quantities: true } })
  const periods = periodsOf(SPAN)
  const rows = placedBehind(
    null,
    Array.from({ length: count }, (_, row) => ({
      first: `Category ${row + 1}`,
      second: null,
      cells: periods.map((period, at) => ({
        period: period.id,
        sum: (row + 1) * 1000 + at,
        quantity: (at + 1) * 1000,
      })),
    })),
  )
  for (let from = 0; from < count; from += PART) {
    service.run('addPlanRows', { id, rows: rows.slice(from, from + PART) })
    await service.saved(held)
  }
  service.close()
  return id
}
