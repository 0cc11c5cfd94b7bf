/** What is left of the digits before the last one, divided by this, ends with the last one (order of the Ministry of Finance of 30 October 2017, 165н). */
const DIVISORS: { readonly [length: number]: number } = { 13: 11, 15: 13 }

/** What seems wrong about an OGRN (13 digits, of a company) or OGRNIP (15, of a person in business); null where nothing does. */
export function doubtOfOgrn(text: string): 'ogrn-length' | 'ogrn-digits' | null {
  const digits = text.replaceAll(/\s/g, '')
  const divisor = /^\d+$/.test(digits) ? DIVISORS[digits.length] : undefined
  if (divisor === undefined) return 'ogrn-length'
  const rest = Number(digits.slice(0, -1)) % divisor
  return rest % 10 === Number(digits.at(-1)) ? null : 'ogrn-digits'
}
