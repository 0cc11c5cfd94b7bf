import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { folded } from '../../filters/values/folded.ts'

export const WORD = /[\p{L}\p{N}]+/gu
/** Signs of a word that count: what is longer is no word that anybody types. */
const LONGEST = 40
/** Shorter words have no forms that could be told from others. */
const LEAST = 3

/** The words of a text as they are found (SPEC I1): folded, of letters and digits alone. */
export function wordsIn(text: string): readonly string[] {
  const words = folded(text.normalize('NFC')).match(WORD) ?? []
  return words.map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word))
}

const HAS_DIGIT = /\p{N}/u
const IS_RUSSIAN = /^[а-я]+$/
const IS_LATIN = /^[a-z]+$/

export function hasDigit(word: string): boolean {
  return HAS_DIGIT.test(word)
}

/** What the forms of a word share: its stem, by Snowball; of what is no Russian or English word, itself (SPEC I2). */
export function stemOf(word: string): string {
  if (word.length < LEAST) return word
  if (IS_RUSSIAN.test(word)) return russian(word)
  return IS_LATIN.test(word) ? english(word) : word
}

const TWO_CONSONANTS = /[бвгджзклмнпрстфхцчшщ]{2}$/
const FLEETING = /[ое](?=[бвгджзклмнпрстфхцчшщ]$)/

/** The stems that a word's forms may have: those of one with a fleeting vowel have two («кухня», «кухонь», SPEC I2). */
export function stemsOf(word: string): readonly string[] {
  const stem = stemOf(word)
  if (stem.length < LEAST || !IS_RUSSIAN.test(stem)) return [stem]
  const last = stem.length - 1
  if (TWO_CONSONANTS.test(stem)) return [stem, ...['о', 'е'].map((vowel) => stem.slice(0, last) + vowel + stem[last])]
  return stem.length > LEAST && FLEETING.test(stem) ? [stem, stem.replace(FLEETING, '')] : [stem]
}

/** A number without the zeros before it: «123» is what people call 0123. Null of what is no number. */
export function numberIn(word: string): string | null {
  return /^0*[1-9]\d*$/.test(word) ? word.replace(/^0+/, '') : null
}
