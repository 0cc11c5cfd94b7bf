import type { Comparison } from '../../../../shared/filters/filter.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Comparisons that are said otherwise of days. */
const OF_DAYS = ['equal', 'more', 'atLeast', 'less', 'atMost'] as const

/** What a comparison of a field is called: of days «не раньше», of others «больше или равно». */
export function createComparisonLabel(): (is: Comparison, field: Pick<Field, 'type'>) => string {
  const { t } = useWords()
  return (is, { type }) => {
    const ofDays = type === 'date' || type === 'instant' ? OF_DAYS.find((one) => one === is) : undefined
    return ofDays ? t(`lists.dayComparisons.${ofDays}`) : t(`lists.comparisons.${is}`)
  }
}
