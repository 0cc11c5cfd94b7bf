import { type Dimension, MEASURES, type Measure, ownersOf, type ReportSource } from '../../../../shared/reports/ask.ts'
import { dimensionsOf } from '../../../../shared/reports/view/text.ts'
import { firstView, type ReportView } from '../../../../shared/reports/view/view.ts'

/** The report about something else: what that has too stays; conditions stay among those that speak of the same records. */
export function inSource(view: ReportView, source: ReportSource): ReportView {
  const first = firstView(source)
  const has = (dimension: Dimension) => dimensionsOf(source).includes(dimension)
  const measures = ordered(MEASURES[source], view.measures)
  const speaksOfSame = ownersOf(view.source) === ownersOf(source)
  const isSorted = view.sort.by === 'name' || measures.includes(view.sort.by)
  return {
    ...view,
    source,
    rows: view.rows.filter(has),
    columns: view.columns && has(view.columns) ? view.columns : null,
    measures: measures.length === 0 ? first.measures : measures,
    filter: speaksOfSame ? view.filter : [],
    sort: isSorted ? view.sort : first.sort,
  }
}

/** The report with other rows: outer ones at 0, inner ones at 1. Without outer ones the inner ones are these. */
export function withRow(view: ReportView, at: 0 | 1, dimension: Dimension | null): Pick<ReportView, 'rows'> {
  const others = view.rows.filter((one, place) => place !== at && one !== dimension)
  if (dimension === null) return { rows: others }
  return { rows: at === 0 ? [dimension, ...others] : [...others, dimension] }
}

/** Of measures, those that are named, in their own order. */
export function ordered(all: readonly Measure[], names: readonly string[]): Measure[] {
  return all.filter((one) => names.includes(one))
}
