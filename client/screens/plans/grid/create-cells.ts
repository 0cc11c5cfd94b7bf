import { createComputed, on, untrack } from 'solid-js'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { Write } from '../../../ui/grid/selection/fill.ts'
import { createSheet } from '../../../ui/grid/sheet.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { valueAt, writeOf } from './layout.ts'
import { Pending } from './pending.ts'

interface CellsOf {
  readonly sheet: PlanSheet
  readonly measures: readonly PlanMeasure[]
}

/** The numbers of a plan as its grid shows them: what others write comes in, what is typed here stands at once. */
export function createCells(props: CellsOf) {
  const sheet = createSheet()
  const pending = new Pending()
  const shownAt = (row: number, column: number) => {
    const value = valueAt(props.sheet, row, column, props.measures)
    return pending.isEmpty ? value : pending.over(keyOf(props, row, column), value)
  }
  const all = () => {
    const [rows, measures] = [props.sheet.rows.length, props.measures.length]
    const columns = props.sheet.periods.length * measures
    sheet.take({ rows, columns, measures, measureOf: (column) => column % measures }, shownAt)
  }
  const part = (rows: readonly number[]) => {
    const columns = props.sheet.periods.length * props.measures.length
    const cells = rows.flatMap((row) => Array.from({ length: columns }, (_, column) => ({ row, column })))
    sheet.write(cells.map((place) => ({ ...place, value: shownAt(place.row, place.column) })))
  }
  createComputed(
    on([() => props.sheet, () => props.measures] as const, ([now, measures], before) => {
      const rows = before && before[1] === measures ? changedRows(before[0], now) : null
      untrack(() => (rows ? part(rows) : all()))
    }),
  )
  return { sheet, write: createWriting(props, pending, sheet.write, all) }
}

/** The rows of an answer that are not as before; null where rows or periods are others. */
function changedRows(before: PlanSheet, now: PlanSheet): number[] | null {
  if (before.periods !== now.periods || before.rows.length !== now.rows.length) return null
  const changed: number[] = []
  for (const [at, row] of now.rows.entries()) {
    if (row.id !== before.rows[at]?.id) return null
    if (row !== before.rows[at]) changed.push(at)
  }
  return changed
}

/** Writes cells as one act: at once on the screen, then as a command; where it is refused all is as the last answer has it. */
function createWriting(
  props: CellsOf,
  pending: Pending,
  show: (writes: readonly Write[]) => void,
  takeBack: () => void,
): (writes: readonly Write[]) => void {
  const data = useData()
  const toasts = useToasts()
  const acts = useActs()
  const { t } = useWords()
  return (writes) => {
    const id = props.sheet.plan?.id
    const cells = writes.flatMap((write) => writeOf(props.sheet, write, props.measures) ?? [])
    if (id === undefined || cells.length === 0) return
    const keys = writes.map(({ row, column, value }) => [keyOf(props, row, column), value] as const)
    const { told, refused } = pending.put(keys)
    show(writes)
    void acts
      .attempt(() =>
        toasts.during(t('planGrid.writing'), (way) => data.run('setPlanCells', { id, cells }, way), 'change-stopped'),
      )
      .then((isDone) => {
        if (isDone) told()
        else {
          refused()
          takeBack()
        }
      })
  }
}

function keyOf({ sheet, measures }: CellsOf, row: number, column: number): string {
  const period = sheet.periods[Math.floor(column / measures.length)]?.id
  return `${sheet.rows[row]?.id} ${period} ${measures[column % measures.length]}`
}
