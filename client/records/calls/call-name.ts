import { spacedNumber } from '../../../shared/phones/phone.ts'
import type { Item } from '../../data/queries/query.ts'
import type { Translate } from '../../ui/words/words.tsx'

/** What a call is called where others name it: its number. */
export function callName(t: Translate, { number }: Item): string {
  return typeof number === 'string' ? spacedNumber(number) : t('calling.withheld')
}
