import { phoneKey, readPhone } from '../../phones/phone.ts'

/** Why a text is no number and no mask of numbers. */
export type MaskFault = 'odd' | 'everybody' | 'long'

const ODD = /[^\d\s+().*?–-]/
/** E.164 allows so many. */
const MOST = 15
/** A mask with fewer digits fits too many. */
const LEAST = 3

/** What is wrong about a number or mask that is not to be handled (SPEC CD6); null: nothing is. */
export function faultOfMask(text: string): MaskFault | null {
  const mask = bare(text)
  if (ODD.test(text) || mask.lastIndexOf('+') > 0) return 'odd'
  if (mask.replaceAll(/\D/g, '').length < (isMask(text) ? LEAST : 1)) return 'everybody'
  return mask.replaceAll(/[+*]/g, '').length > MOST ? 'long' : null
}

/** Says of numbers whether they are among some that are not handled. */
export type Ignores = (number: string | null) => boolean

/** Numbers that are not handled: exact ones in any spelling, and masks, where `*` is any digits and `?` is one (SPEC CD5). */
export function ignoring(texts: readonly string[], country: string | null): Ignores {
  const sound = texts.filter((text) => faultOfMask(text) === null)
  const exact = new Set(sound.filter((text) => !isMask(text)).map((text) => phoneKey(text, country) ?? digitsOf(text)))
  const masks = sound.filter(isMask).map((text) => new Pattern(text))
  return (number) => {
    if (number === null) return false
    if (exact.has(phoneKey(number, country) ?? digitsOf(number))) return true
    return masks.length > 0 && masks.some((mask) => mask.fits(spellingsOf(number, country)))
  }
}

/** A number as its digits alone, with the country's code first; then without, and with what is dialled before it. */
type Spellings = readonly [whole: string, ...others: string[]]

class Pattern {
  readonly #isWhole: boolean
  readonly #form: RegExp

  constructor(text: string) {
    const mask = bare(text)
    this.#isWhole = mask.startsWith('+')
    const form = mask.replace('+', '').replaceAll('?', String.raw`\d`).replaceAll(/\*+/g, String.raw`\d*`)
    this.#form = new RegExp(`^${form}$`)
  }

  /** With a + it begins with the country's code; without, it may be spelled as people there do. */
  fits([whole, ...others]: Spellings): boolean {
    return this.#form.test(whole) || (!this.#isWhole && others.some((one) => this.#form.test(one)))
  }
}

function spellingsOf(number: string, country: string | null): Spellings {
  const phone = readPhone(number, country)
  if (!phone) return [digitsOf(number)]
  const there = phone.spaced.replace(/^\+\d+/, '').replaceAll(/\D/g, '')
  const trunk = phone.normal.startsWith('+7') ? '8' : '0'
  return [digitsOf(phone.normal), there, trunk + there]
}

function isMask(text: string): boolean {
  return /[*?]/.test(text)
}

function bare(text: string): string {
  return text.replaceAll(/[\s().–-]/g, '')
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}
