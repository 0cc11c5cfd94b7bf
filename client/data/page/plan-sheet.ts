import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Plan } from '../../../shared/plans/collections.ts'
import type { Period } from '../../../shared/plans/periods.ts'
import type { Cells, Outside } from '../../../shared/plans/sheet/sheet.ts'
import type { AstrayRow, OtherPlan, PlanAnswer, SheetRow } from '../queries/plans/query.ts'
import type { DataClient } from './client.ts'
import { useData } from './solid.tsx'

/** A plan as a page has put it together from its answers. What did not change stays itself. */
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
  const { periods } = answer
  const head = {
    plan: same(before?.plan, answer.plan),
    overlaps: same(before?.overlaps, answer.overlaps),
    outside: same(before?.outside, answer.outside),
    astray: same(before?.astray, answer.astray),
  }
  if (answer.whole || !before) return { ...head, periods, rows: answer.rows, cells: answer.cells }
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

/** What is told again stays what it was, so that whoever shows it has nothing to do. */
function same<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/** A plan that is asked for once on a page, for all that look at it. */
interface Followed {
  readonly sheet: Accessor<PlanSheet | undefined>
  lookers: number
  end(): void
}

const FOLLOWED = new WeakMap<DataClient, Map<string, Followed>>()

function follow(client: DataClient, id: string): Followed {
  const all = FOLLOWED.get(client) ?? new Map<string, Followed>()
  FOLLOWED.set(client, all)
  const known = all.get(id)
  if (known) return known
  const [sheet, setSheet] = createSignal<PlanSheet>()
  const subscription = client.subscribe({ what: 'plan', id }, (got) => {
    if (got.what === 'plan') setSheet((before) => putPlanTogether(before, got))
  })
  const end = () => {
    all.delete(id)
    subscription.end()
  }
  const followed = { sheet, lookers: 0, end }
  all.set(id, followed)
  return followed
}

/**
 * A plan with all its cells, kept live; undefined until it has been looked for. It stands in a signal: tens of thousands of
 * figures are not watched one by one.
 */
export function createPlanSheet(id: Accessor<string | null>): Accessor<PlanSheet | undefined> {
  const client = useData()
  const followed = createMemo(() => {
    const wanted = id()
    if (wanted === null) return undefined
    const one = follow(client, wanted)
    one.lookers++
    onCleanup(() => {
      one.lookers--
      if (one.lookers === 0) one.end()
    })
    return one
  })
  return () => followed()?.sheet()
}
