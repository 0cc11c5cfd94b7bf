import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import type { SheetTable } from '../../../../shared/lists/sheet.ts'
import type { Words } from '../../../../shared/locales/index.ts'
import { type FunnelPrint, funnelPaper } from '../../../../shared/print/lists/funnel.ts'
import { funnelSheet } from '../../../../shared/print/lists/funnel-sheet.ts'
import { type TrendPrint, trendPaper, trendSheet } from '../../../../shared/print/lists/funnel-trend.ts'
import type { Paper } from '../../../../shared/print/paper.ts'
import { dictionary } from '../../../ui/words/dictionaries.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useDaysText } from '../bar/use-days-text.ts'
import { useDifferenceWords } from '../bar/use-difference-words.ts'
import { useHeading } from '../blocks/use-heading.ts'
import { useFunnel } from '../context.tsx'
import { differencesOf } from '../view/differences.ts'

/** What is kept of the report as it stands when it is asked for; null until it is here. */
export interface KeptReport {
  readonly paper: () => Paper | null
  readonly sheet: () => SheetTable | null
}

/** Makes the report a paper, and a table for spreadsheets: the same figures in both. */
export function usePrint(): KeptReport {
  const { language } = useWords()
  const print = useFunnelPrint()
  const words = () => dictionary(language())?.funnel
  const trend = useTrendPrint()
  const made =
    <T>(
      make: (print: FunnelPrint, words: Words['funnel']) => T,
      ofTrend: (print: TrendPrint, words: Words['funnel']) => T,
    ) =>
    () => {
      const [present, months, said] = [print(), trend(), words()]
      if (!said) return null
      return months ? ofTrend(months, said) : present && make(present, said)
    }
  return {
    paper: made(
      (present, said) => funnelPaper(present, language(), said),
      (months, said) => trendPaper(months, language(), said),
    ),
    sheet: made((present, said) => funnelSheet(present, language(), said), trendSheet),
  }
}

/** The report with the names that it does not say itself. */
function useFunnelPrint(): () => FunnelPrint | null {
  const { t } = useWords()
  const funnel = useFunnel()
  const { names, cells } = funnel
  const heading = useHeading()
  const days = useDaysText()
  const besideDays = useDaysText(() => funnel.beside.days() ?? funnel.days())
  const difference = useDifferenceWords()
  const headOf = ({ kind, group }: FunnelBlock) =>
    group === undefined ? heading(kind) : `${heading(kind)} · ${funnel.groupName(group)}`
  return () => {
    const blocks = funnel.answer()?.blocks
    const beside = funnel.beside.blocks() ?? undefined
    return blocks
      ? {
          blocks,
          conditions: [
            days() || t('funnel.periods.all'),
            ...(beside ? [t('funnel.beside.condition', { days: besideDays() })] : []),
            ...differencesOf(funnel.view()).map(difference),
          ],
          beside,
          currency: cells.currency,
          headOf,
          stateOf: (id: string) => names.state(id).name,
          reasonOf: (id: string | null) => names.reason(id).name,
        }
      : null
  }
}

/** The months with the names that they do not say themselves; null while the report itself is shown. */
function useTrendPrint(): () => TrendPrint | null {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const heading = useHeading()
  const days = useDaysText()
  const difference = useDifferenceWords()
  return () => {
    const trend = funnel.trend()
    return (
      trend && {
        ...trend,
        months: trend.months.map((month) => format.month(`${month}-01`)),
        conditions: [days() || t('funnel.periods.all'), ...differencesOf(funnel.view()).map(difference)],
        headOf: heading,
        stateOf: (id) => funnel.names.state(id).name,
      }
    )
  }
}
