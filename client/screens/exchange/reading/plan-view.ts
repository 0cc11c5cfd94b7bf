import type { ImportPlan } from '../../../../shared/importing/plan.ts'
import type { Sheet } from '../../../../shared/importing/reading/sheet.ts'
import type { Note, RowOutcome } from '../../../../shared/importing/report.ts'
import { OUTCOMES, type Outcome, type PlanView, type RowView } from './views.ts'

/** So many rows of each outcome are shown. */
const SHOWN = 100

/** An empty cell, and a word that stands for a choice, is nothing to be told. */
const NOTED: readonly Note['code'][] = ['assumed', 'doubtful']

/** A plan as a screen shows it: the rows of one of its sheets, by the column that names them. */
export function planView({ rows, report }: ImportPlan, sheet: Sheet, named: string): PlanView {
  const cells = new Map(sheet.rows.map((row) => [row.line, row.cells]))
  const own = report.problems.filter(({ file }) => file === sheet.file)
  const problems = Map.groupBy(own, ({ line }) => line)
  const viewOf = ({ line, changes }: RowOutcome): RowView => {
    return { line, name: cells.get(line)?.[named] ?? '', changes, problems: problems.get(line) ?? [] }
  }
  const shown = rows.filter(({ file }) => file === sheet.file)
  const byOutcome = Map.groupBy(shown, ({ outcome }) => outcome)
  const of = <T>(give: (some: readonly RowOutcome[]) => T) =>
    // Every outcome is among OUTCOMES.
    Object.fromEntries(OUTCOMES.map((one) => [one, give(byOutcome.get(one) ?? [])])) as Record<Outcome, T>
  const notes = report.notes.filter(({ file, code }) => file === sheet.file && NOTED.includes(code))
  return { notes, counts: of((some) => some.length), first: of((some) => some.slice(0, SHOWN).map(viewOf)) }
}
