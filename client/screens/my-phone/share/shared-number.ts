import { readPhone } from '../../../../shared/phones/phone.ts'

/** What may be a number in a text: it begins with a digit, + or a bracket, and has seven digits at least. */
const LIKE_NUMBER = /[+(]?\d(?:[\s()\u00a0.-]*\d){6,17}/g

/** The first phone number of a text that another program has handed over, as it is dialled; null: there is none (SPEC PG5). */
export function sharedNumber(text: string, country: string | null): string | null {
  const found = text.match(LIKE_NUMBER) ?? []
  return found.map((one) => readPhone(one, country)?.normal).find((one) => one !== undefined) ?? null
}
