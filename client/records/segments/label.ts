import type { PlainPath } from '../../../shared/locales/index.ts'
import { namedBy, segmentField } from '../../../shared/segments/criteria/fields.ts'
import type { Within } from '../../../shared/segments/criteria/within.ts'
import { useWords } from '../../ui/words/words.tsx'
import { fieldTitle } from '../words/labels.ts'

/** Names what criteria of segments may name: «Телефон», «Сумма заказов за последние 90 дн.»; what is gone, by its key. */
export function createSegmentLabel(): (key: string) => string {
  const { t } = useWords()
  const periodOf = createPeriodLabel()
  return (key) => {
    const named = namedBy(key)
    if (!named || !segmentField(key)) return key
    const { part, name, within } = named
    const field =
      part === 'customer' ? fieldTitle(t, 'customers', name) : t(`segments.fields.${part}.${name}` as PlainPath)
    return within === null ? field : t('segments.within', { field, period: periodOf(within) })
  }
}

/** «за последние 90 дн.», «за этот год». */
function createPeriodLabel(): (within: Within) => string {
  const { t } = useWords()
  return ({ period, days }) =>
    days === null ? t(`segments.periods.${period}`) : t('segments.periods.lastDays', { days })
}
