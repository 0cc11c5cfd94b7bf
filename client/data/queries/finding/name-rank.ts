import type { CollectionName } from '../../../../shared/collections.ts'
import { customFieldsOf } from '../../../../shared/custom/known.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { fitsPhone, type TypedPhone } from '../../../../shared/search/phone.ts'
import { fitOf, fitTyped, type Typed } from '../../../../shared/search/rank.ts'
import type { Item } from '../query.ts'

/** What `fitOf` gives at least where a word begins with what was typed. */
const FROM_A_BEGINNING = 60

/** Fields besides the name that records are found by: what stands in lines of text that the company added is among them. */
export function marksOf(collection: CollectionName): readonly string[] {
  const added = customFieldsOf(collection).filter(({ field }) => field.type === 'text' && field.form !== 'phone')
  return ['inn', 'email', 'article', ...added.map(({ name }) => name)]
}

/** How well a record fits by its name; less by its `marks`, of which a phone is found however it is spelled. */
export function nameRank(item: Item, typed: Typed, phone: TypedPhone | null, marks: readonly string[]): number {
  const byName = fitTyped(textAt(item, 'name'), typed)
  if (byName > 0) return byName
  const byMarks = marks.map((field) => fitOf(textAt(item, field), typed.words))
  const best = Math.max(...byMarks, phone ? phoneRank(item, phone) : 0)
  return best >= FROM_A_BEGINNING ? best * 0.5 : 0
}

/** A field's text, folded; empty where it holds none. */
export function textAt(item: Item, field: string): string {
  const value = item[field]
  return typeof value === 'string' ? folded(value) : ''
}

function phoneRank(item: Item, typed: TypedPhone): number {
  return phonesIn(item).some((phone) => fitsPhone(phone, typed)) ? FROM_A_BEGINNING : 0
}

/** The phones of a customer and the contacts, as they were typed; of others, none. */
export function phonesIn({ phones }: Item): readonly string[] {
  return Array.isArray(phones) ? phones : []
}
