import { folded } from '../../../../shared/filters/values/folded.ts'
import { fitOf, fitTyped, type Typed } from '../../../../shared/search/rank.ts'
import type { Item } from '../query.ts'

/** What `fitOf` gives at least where a word begins with what was typed. */
const FROM_A_BEGINNING = 60

/** How well a record fits by its name; less by its other marks, of which a phone is compared by its digits. */
export function nameRank(item: Item, typed: Typed): number {
  const byName = fitTyped(textAt(item, 'name'), typed)
  if (byName > 0) return byName
  const marks = ['inn', 'email', 'article'].map((field) => fitOf(textAt(item, field), typed.words))
  const best = Math.max(...marks, phoneRank(item, typed))
  return best >= FROM_A_BEGINNING ? best * 0.5 : 0
}

/** A field's text, folded; empty where it holds none. */
export function textAt(item: Item, field: string): string {
  const value = item[field]
  return typeof value === 'string' ? folded(value) : ''
}

function phoneRank(item: Item, { words }: Typed): number {
  const digits = words.join('').replace(/[+()-]/g, '')
  if (!/^\d{4,}$/.test(digits)) return 0
  return textAt(item, 'phone').replace(/\D/g, '').includes(digits) ? 60 : 0
}
