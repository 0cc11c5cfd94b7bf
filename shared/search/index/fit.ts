import { fitsDigits, type TypedPhone } from '../phone.ts'
import { isNear } from '../rank.ts'
import type { Sought } from './asked.ts'
import { numberIn, stemOf } from './words.ts'

/** How a word of a record fits one that is sought, the best first (SPEC I4). */
export const FITS = ['same', 'form', 'begins', 'digits', 'inside', 'near'] as const
export type Fit = (typeof FITS)[number]

/** What each fit is worth in what a record is called by, and in its other texts. */
const WORTH: { readonly [F in Fit]: readonly [title: number, text: number] } = {
  same: [100, 70],
  form: [90, 65],
  begins: [85, 60],
  digits: [75, 50],
  inside: [40, 25],
  near: [20, 10],
}
/** Of a record that refers to one that is called so: the orders of a customer stand below the customer. */
const BY_REFERENCE = 45
/** The same where it is called so but for a slip. */
const BY_NEAR_REFERENCE = 15

export function worthByReference(isForgiving: boolean): number {
  return isForgiving ? BY_NEAR_REFERENCE : BY_REFERENCE
}

export function worthOf(fit: Fit, isTitle: boolean): number {
  return WORTH[fit][isTitle ? 0 : 1]
}

/** How a word fits one that is sought; null where it does not. `near` is asked for only where nothing else fits. `stem`: of the word, where it is known. */
export function fitOfWord(word: string, sought: Sought, isForgiving: boolean, stem = stemOf(word)): Fit | null {
  if (word === sought.word || (sought.number !== null && numberIn(word) === sought.number)) return 'same'
  if (sought.stems.includes(stem)) return 'form'
  if (word.startsWith(sought.word)) return 'begins'
  if (sought.isInside && word.includes(sought.word)) return sought.hasDigit ? 'digits' : 'inside'
  return isForgiving && !sought.hasDigit && isNear(word, sought.word) ? 'near' : null
}

/** How well a phone's digits fit those that were typed. */
export function worthOfPhone(digits: string, typed: TypedPhone): number {
  return fitsDigits(digits, typed) ? worthOf('digits', false) : 0
}
