import { toldNumber } from './told-number.ts'

/** The digits of a city number that stands without its city's code (`232-13-20`); null of anything else. */
export function cityDigits(text: string, country?: string | null): string | null {
  const { is, number } = toldNumber(text, country)
  return is === 'city' ? number : null
}

/** Of +7 mobile numbers have no city, and nobody leaves a code out of them. */
const MOBILE = /^\+79/

/** Whether a number, E.164, may be the one whose city's code was left out. */
export function endsInCity(normal: string, city: string): boolean {
  return !MOBILE.test(normal) && normal.endsWith(city)
}
