import type { Json } from '../../../shared/records/declarations/value.ts'
import { namedBy, segmentField } from '../../../shared/segments/criteria/fields.ts'
import type { Because } from '../../../shared/segments/members/criteria-test.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'
import { createShows } from '../words/show-value.ts'
import { createSegmentLabel } from './label.ts'

/** So many of several names are said. */
const NAMED = 3

/** What stands in a field of criteria, in words. */
export function createSegmentShow(): (key: string, value: Json) => string {
  const { t } = useWords()
  const currency = createCurrency()
  const shows = createShows('customers', currency)
  return (key, value) => {
    const [named, field] = [namedBy(key), segmentField(key)]
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (!named || !field || isEmpty) return t('segments.trial.nothing')
    const show = shows(named.name, field)
    if (!Array.isArray(value) || !field.to) return show(value)
    return `${value.slice(0, NAMED).map(show).join(', ')}${value.length > NAMED ? '…' : ''}`
  }
}

/**
 * Why somebody is in a segment, in words: «Сумма заказов за этот год: 120 000 ₽; Письма доходят: да». Of a list by hand it says that
 * somebody put them there.
 */
export function createBecauseWords(): (because: readonly Because[]) => string {
  const { t } = useWords()
  const labelOf = createSegmentLabel()
  const show = createSegmentShow()
  return (because) =>
    because.length === 0
      ? t('segments.members.byHand')
      : because.map(({ field, value }) => `${labelOf(field)}: ${show(field, value)}`).join('; ')
}
