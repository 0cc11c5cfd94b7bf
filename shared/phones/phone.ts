import parse, { type CountryCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/min'
import { EXTENSION } from '../records/forms/phone.ts'

/** A phone number as it is read; what was typed stands beside it, as it was written. */
export interface Phone {
  /** E.164: `+79161234567`. The same number has the same one, however it is spelled. */
  readonly normal: string
  /** As people of its own country group it, with the country's code: `+7 916 123 45 67`. */
  readonly spaced: string
  /** The digits of the inner line; null without one. */
  readonly extension: string | null
  /** ISO 3166-1, two letters; null where the number alone does not tell. */
  readonly country: string | null
}

/** Where the company says nothing else. */
const AT_HOME = 'RU'

/**
 * Reads a phone number, or null where it has too few or too many digits for any (SPEC B6). Without a code it is of the
 * company's country (ISO 3166-1).
 */
export function readPhone(text: string, country: string | null = AT_HOME): Phone | null {
  const typed = bareNumber(text)
  const extension = EXTENSION.exec(typed)?.[0].replaceAll(/\D/g, '') ?? null
  const number = typed.replace(EXTENSION, '').trim()
  const home = knownCountry(country)
  // People type a + before the 8 of their own country, which is no code; then the number is read without.
  const found =
    parse(withCode(number), { defaultCountry: home }) ?? parse(number.replace(/^\+/, ''), { defaultCountry: home })
  if (!found?.isPossible() || isOverlong(found)) return null
  return {
    normal: found.number,
    spaced: found.formatInternational(),
    extension: extension ?? found.ext ?? null,
    country: found.country ?? null,
  }
}

/** A number as people of its country group it; what cannot be read, as it is. */
export function spacedNumber(number: string, country?: string | null): string {
  return readPhone(number, country)?.spaced ?? number
}

/** Russian numbers as nearly all are written, apart from spaces, brackets and dashes. */
const USUAL = /^(?:\+7|8)([3489]\d{9})$/

/** The normal form alone, for comparing many: the usual ones are read without asking the library about each. */
export function phoneKey(text: string, country: string | null = AT_HOME): string | null {
  const usual = knownCountry(country) === AT_HOME ? USUAL.exec(text.replaceAll(/[\s()-]/g, ''))?.[1] : undefined
  return usual === undefined ? (readPhone(text, country)?.normal ?? null) : `+7${usual}`
}

/** What stands in an address `sip:` before its exchange; all else as it is. */
const SIP = /sips?:([^@;>?]+)/i
/** Dialled before a number to show or hide one's own. */
const SHOWN_OR_HIDDEN = /^[*#]31[*#]/
/** The letter o of either script where the digit was meant: right behind a digit. */
const LETTER_O = /(?<=\d)[oо](?=[\d\s().–-]|$)/gi

/** Blanks of every width, signs that are not seen or control, and halves of signs. */
const BLANK = /[\s_\p{Cc}\p{Cf}\p{Cs}]+/gu

/** The number alone, as people would write it. */
export function bareNumber(text: string): string {
  const written = (SIP.exec(text)?.[1] ?? text).trim()
  return written.replace(SHOWN_OR_HIDDEN, '').replace(LETTER_O, '0').replaceAll(BLANK, ' ')
}

/** The library admits numbers of 14 digits behind +7, which nobody has: they are slips of the finger. */
function isOverlong(found: PhoneNumber): boolean {
  return found.countryCallingCode === '7' && found.nationalNumber.length > 10
}

/** With + for 00, which is what most countries dial before another's code. */
function withCode(number: string): string {
  return number.replace(/^\+?00(?=[\s(]*[1-9])/, '+')
}

export function knownCountry(country: string | null): CountryCode {
  const code = country?.toUpperCase() ?? AT_HOME
  return isSupportedCountry(code) ? code : AT_HOME
}
