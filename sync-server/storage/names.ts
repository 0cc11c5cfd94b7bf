import { randomInt } from 'node:crypto'

/** Of how many characters a company's id is. */
export const COMPANY_LENGTH = 12

/** Capital letters and digits that are not taken for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A random name of that many characters. */
export function randomName(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
