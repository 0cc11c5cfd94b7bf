import { folded } from '../../shared/filters/values/folded.ts'
import { isObject, type Json } from '../../shared/records/declarations/value.ts'

/** Of one write so much is looked through for words. */
const MOST = 20_000

/** The words of a text as they are looked for: letters and digits, folded. */
export function wordsIn(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** All words of values, in one line. */
export function wordsOfValues(values: readonly Json[]): string {
  return wordsIn(values.flatMap(textsIn).join(' ').slice(0, MOST)).join(' ')
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}
