import type { PlainPath } from '../../../../shared/locales/index.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import type { Column } from './columns.ts'

/** Where the dictionaries have the head of a column; sums name the currency. */
const TITLES = {
  reached: 'funnel.columns.reached',
  conversion: 'funnel.columns.fromPrevious',
  hours: 'funnel.columns.hours',
  worked: 'funnel.columns.worked',
  median: 'funnel.columns.median',
  p90: 'funnel.columns.p90',
  sum: 'funnel.columns.sumMoney',
  losses: 'funnel.columns.losses',
  lossesSum: 'funnel.columns.lossesMoney',
  staying: 'funnel.columns.staying',
  stayingSum: 'funnel.columns.stayingMoney',
  reentries: 'funnel.columns.reentries',
} as const satisfies Readonly<Record<Column, PlainPath>>

/** The heads of the columns and the sentences that explain them. */
export function useTitles() {
  const { t, format } = useWords()
  const { cells } = useFunnel()
  return {
    title: (column: Column) => t(TITLES[column], { currency: format.sign(cells.currency) }),
    hint: (column: Column) => t(`funnel.hints.${column}`),
    /** What the column says of a whole way; working hours, median and percentile it has not. */
    wholeHint: (column: Column) =>
      t(
        column === 'worked' || column === 'median' || column === 'p90'
          ? `funnel.hints.${column}`
          : `funnel.wholeHints.${column}`,
      ),
  }
}
