import type { Plan } from '../../../shared/plans/collections.ts'
import type { Period } from '../../../shared/plans/periods.ts'
import { daysTitle, periodTitle } from '../../../shared/plans/titles.ts'
import { dictionary } from '../../ui/words/dictionaries.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Says days from one to another as titles of periods do: «01.02–31.03.2015». */
export function createDays(): (from: string | null, until: string | null) => string {
  const { language } = useWords()
  return (from, until) => {
    const words = dictionary(language())?.plans.periods
    return words && from !== null && until !== null ? daysTitle(from, until, words) : ''
  }
}

/** Says what periods of a plan are called: «I квартал 2015». */
export function createTitles(): (period: Period, periodicity: Plan['periodicity']) => string {
  const { language } = useWords()
  return (period, periodicity) => {
    const words = dictionary(language())?.plans.periods
    return words && periodicity !== null ? periodTitle(period, periodicity, words) : ''
  }
}
