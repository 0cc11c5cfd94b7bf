import type { Accessor } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { type Days, isMonth } from '../view/address/period.ts'

/** Days in words, those of the view's period if no others are given: «сентябрь 2016 г.», «01.07.2016 – 30.09.2016»; nothing for all time. */
export function useDaysText(of?: Accessor<Days>): () => string {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const days = of ?? funnel.days
  return () => {
    const { from, to } = days()
    if (from === null && to === null) return ''
    if (from === null) return t('funnel.range.to', { to: format.date(to ?? '') })
    if (to === null) return t('funnel.range.from', { from: format.date(from) })
    if (isMonth(days())) return format.month(from)
    return t('funnel.range.both', { from: format.date(from), to: format.date(to) })
  }
}
