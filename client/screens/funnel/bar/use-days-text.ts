import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { isMonth } from '../view/address/period.ts'

/** The days of the view's period in words: «сентябрь 2016 г.», «01.07.2016 – 30.09.2016»; nothing for all time. */
export function useDaysText(): () => string {
  const { t, format } = useWords()
  const { days } = useFunnel()
  return () => {
    const { from, to } = days()
    if (from === null && to === null) return ''
    if (from === null) return t('funnel.range.to', { to: format.date(to ?? '') })
    if (to === null) return t('funnel.range.from', { from: format.date(from) })
    if (isMonth(days())) return format.month(from)
    return t('funnel.range.both', { from: format.date(from), to: format.date(to) })
  }
}
