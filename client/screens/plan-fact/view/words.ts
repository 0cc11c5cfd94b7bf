import { PERIODICITIES } from '../../../../shared/plans/collections.ts'
import { naturalPeriod, type Period } from '../../../../shared/plans/periods.ts'
import { PLAN_MEASURES, type PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import { daysTitle, periodTitle } from '../../../../shared/plans/titles.ts'
import type { HeldPlan } from '../../../data/queries/plans/fact/query.ts'
import { dictionary } from '../../../ui/words/dictionaries.ts'
import { currencyScale } from '../../../ui/words/format.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HeldRow } from './rows.ts'

/** How figures, periods, plans and rows are written. */
export function useFactWords(currency: () => string) {
  const { t, format, language } = useWords()
  const words = () => dictionary(language())?.plans.periods
  const days = ({ from, until }: { readonly from: string | null; readonly until: string | null }) => {
    const said = words()
    return said && from !== null && until !== null ? daysTitle(from, until, said) : ''
  }
  const period = (one: Period) => {
    const said = words()
    const natural = PERIODICITIES.find((by) => {
      const { from, until } = naturalPeriod(one.from, by)
      return from === one.from && until === one.until
    })
    return said && natural ? periodTitle(one, natural, said) : days(one)
  }
  const plan = ({ number, scenario }: Pick<HeldPlan, 'number' | 'scenario'>) => {
    const name = t('planFact.plan', { number: number ?? t('plans.noNumber') })
    return scenario === null ? name : t('planFact.scenario', { number: name, scenario })
  }
  const figure = (measure: PlanMeasure, value: number | null) => {
    if (value === null) return ''
    return measure === 'sum' ? format.money(value, currency(), { bare: true }) : format.quantity(value)
  }
  const short = (measure: PlanMeasure, value: number) => format.short(value, scaleOf(measure, currency()))
  const row = ({ of, keys, names }: HeldRow) => {
    if (of !== 'row') return t(`planFact.${of}`)
    const { first, second } = keys as { first: string | null; second: string | null }
    const name = (key: string | null, text: string | null) =>
      text ?? t(key === null ? 'planFact.without' : 'planFact.unnamed')
    return second === null && names[1] === null
      ? name(first, names[0])
      : `${name(first, names[0])} / ${name(second, names[1])}`
  }
  return { days, period, plan, figure, short, row, measures: PLAN_MEASURES }
}

export type FactWords = ReturnType<typeof useFactWords>

/** Decimals of a measure. */
export function scaleOf(measure: PlanMeasure, currency: string): number {
  return measure === 'sum' ? currencyScale(currency) : 3
}
