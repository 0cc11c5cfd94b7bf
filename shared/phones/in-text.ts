import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import { knownCountry } from './phone.ts'

/** A number that stands in a text, from one place to before another. */
export interface NumberInText {
  readonly from: number
  readonly to: number
  /** E.164 */
  readonly number: string
  /** Digits of the inner line. */
  readonly extension: string | null
}

/** No more of a text is looked at, and no more numbers are looked for: longer ones are tables of figures. */
const LOOKED_AT = 20_000
const MOST = 50
/** What may be a number: seven digits at least, little between them. */
const LIKELY = /\d(?:[\s().–-]{0,3}\d){6}/
/** What stands between two numbers, unless it leads to an inner line. */
const BETWEEN = /[,;|\n](?!\s*(?:доб|вн|ext|x\d))/i
/** Ten bare digits are an INN or an account sooner than a number; groups of three alone are a sum. */
const FIGURES = /^(?:\d{10}|\d{1,3}(?:[\s.]\d{3})+)$/

/** The phone numbers of a text, in their order. Without a code they are of a country, ISO 3166-1 (SPEC CL20). */
export function numbersInText(text: string, country?: string | null): readonly NumberInText[] {
  const found: NumberInText[] = []
  let from = 0
  for (const piece of text.slice(0, LOOKED_AT).split(BETWEEN)) {
    if (LIKELY.test(piece)) found.push(...numbersOf(piece, from, country))
    if (found.length >= MOST) break
    from += piece.length + 1
  }
  return found.slice(0, MOST)
}

function numbersOf(piece: string, from: number, country: string | null | undefined): readonly NumberInText[] {
  return findPhoneNumbersInText(piece, { defaultCountry: knownCountry(country ?? null) }).flatMap((one) => {
    if (FIGURES.test(piece.slice(one.startsAt, one.endsAt))) return []
    const { number, ext } = one.number
    return [{ from: from + one.startsAt, to: from + one.endsAt, number, extension: ext ?? null }]
  })
}
