import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import type { ReportFigure } from '../../../../shared/reports/behind.ts'
import { keyName, measureName, type Naming } from '../../../../shared/reports/writing/names.ts'

/** What a figure is of, in words: its row, its column, its measure. */
export function figureName({ keys, column, measure }: ReportFigure, ask: ReportAsk, naming: Naming): string {
  const { rows, columns } = ask
  const named = keys.map((key, at) => keyName(rows[at] ?? 'order', key, naming))
  const across = typeof columns === 'string' ? columns : 'day'
  const place = columns === null ? [] : [column === undefined ? naming.words.total : keyName(across, column, naming)]
  return [...(keys.length === 0 ? [naming.words.total] : named), ...place, measureName(measure, naming)].join(', ')
}
