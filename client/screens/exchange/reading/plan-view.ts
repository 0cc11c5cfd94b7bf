import type { Layout } from '../../../../shared/importing/layout/layout.ts'
import type { ImportPlan } from '../../../../shared/importing/plan.ts'
import type { Sheet } from '../../../../shared/importing/reading/sheet.ts'
import type { RowOutcome } from '../../../../shared/importing/report.ts'
import { OUTCOMES, type Outcome, type PlanView, type RowView } from './views.ts'

/** So many rows of each outcome are shown. */
const SHOWN = 100

/** A plan as a screen shows it. */
export function planView({ rows, report }: ImportPlan, sheet: Sheet, layout: Layout): PlanView {
  const cells = new Map(sheet.rows.map((row) => [row.line, row.cells]))
  const problems = Map.groupBy(report.problems, ({ line }) => line)
  const named = sheet.columns.find((column) => layout.targets[column] === 'name') ?? layout.key
  const viewOf = ({ line, changes }: RowOutcome): RowView => {
    return { line, name: cells.get(line)?.[named] ?? '', changes, problems: problems.get(line) ?? [] }
  }
  const byOutcome = Map.groupBy(rows, ({ outcome }) => outcome)
  const of = <T>(give: (some: readonly RowOutcome[]) => T) =>
    // Every outcome is among OUTCOMES.
    Object.fromEntries(OUTCOMES.map((one) => [one, give(byOutcome.get(one) ?? [])])) as Record<Outcome, T>
  return { counts: of((some) => some.length), first: of((some) => some.slice(0, SHOWN).map(viewOf)) }
}
