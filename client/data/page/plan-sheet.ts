import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Plan } from '../../../shared/plans/collections.ts'
import type { Period } from '../../../shared/plans/periods.ts'
import type { Cells, Outside } from '../../../shared/plans/sheet/sheet.ts'
import type { AstrayRow, OtherPlan, PlanAnswer, SheetRow } from '../queries/plans/query.ts'
import type { Subscription } from './client.ts'
import { useData } from './solid.tsx'

/** A plan as a page has put it together from its answers. Rows that did not change stay themselves. */
export interface PlanSheet {
  /** Null while it is not here. */
  readonly plan: Plan | null
  readonly overlaps: readonly OtherPlan[]
  readonly periods: readonly Period[]
  readonly rows: readonly SheetRow[]
  /** Row by row, a figure for each period. */
  readonly cells: Cells
  readonly outside: readonly Outside[]
  readonly astray: readonly AstrayRow[]
}

/** The plan after another answer: a cell that changed costs the page no more than copying figures. */
export function putPlanTogether(before: PlanSheet | undefined, answer: PlanAnswer): PlanSheet {
  const { plan, overlaps, periods, outside, astray } = answer
  const head = { plan, overlaps, periods, outside, astray }
  if (answer.whole || !before) return { ...head, rows: answer.rows, cells: answer.cells }
  const rows = before.rows.slice()
  const cells = { sum: before.cells.sum.slice(), quantity: before.cells.quantity.slice() }
  for (const [index, at] of answer.at.entries()) {
    const row = answer.rows[index]
    if (row) rows[at] = row
    const [from, to] = [index * periods.length, (index + 1) * periods.length]
    cells.sum.set(answer.cells.sum.subarray(from, to), at * periods.length)
    cells.quantity.set(answer.cells.quantity.subarray(from, to), at * periods.length)
  }
  return { ...head, periods: before.periods, rows, cells }
}

/**
 * A plan with all its cells, kept live; undefined until it has been looked for. It stands in a signal: tens of thousands of
 * figures are not watched one by one.
 */
export function createPlanSheet(id: Accessor<string | null>): Accessor<PlanSheet | undefined> {
  const client = useData()
  const [sheet, setSheet] = createSignal<PlanSheet>()
  let subscription: Subscription | null = null
  const end = () => {
    subscription?.end()
    subscription = null
  }
  createEffect(
    on(id, (wanted) => {
      end()
      setSheet(undefined)
      if (wanted === null) return
      subscription = client.subscribe({ what: 'plan', id: wanted }, (got) => {
        if (got.what === 'plan') setSheet((before) => putPlanTogether(before, got))
      })
    }),
  )
  onCleanup(end)
  return sheet
}
