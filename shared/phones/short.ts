import { EXTENSION } from '../records/forms/phone.ts'
import { readPhone } from './phone.ts'

/** City numbers as people dial them from the same city, without its code. */
const SHORT = /^[1-9]\d{4,6}$/

/** The digits of a city number that stands without its city's code (`232-13-20`); null of anything else. */
export function shortDigits(text: string, country?: string | null): string | null {
  const digits = text.replace(EXTENSION, '').replaceAll(/[\s().–-]/g, '')
  return SHORT.test(digits) && readPhone(text, country) === null ? digits : null
}

/** Of +7 mobile numbers have no city, and nobody leaves a code out of them. */
const MOBILE = /^\+79/

/** Whether a number, E.164, may be the one whose city's code was left out. */
export function endsShort(normal: string, short: string): boolean {
  return !MOBILE.test(normal) && normal.endsWith(short)
}
