import { folded } from '../filters/values/folded.ts'

const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~{}:"<>'
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю'

const TO_RUSSIAN = new Map([...LATIN].map((sign, i) => [sign, RUSSIAN.charAt(i)]))
const TO_LATIN = new Map([...LATIN].slice(0, 33).map((sign, i) => [RUSSIAN.charAt(i), sign]))

/** The same keys in the other layout: «ghbdtn» is «привет», «шмфтщм» is «ivanov». */
export function inOtherLayout(text: string): string {
  const small = text.toLowerCase()
  const map = /[а-яё]/.test(small) ? TO_LATIN : TO_RUSSIAN
  return [...small].map((sign) => map.get(sign) ?? sign).join('')
}

/** The words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).split(/\s+/).filter(Boolean)
}
