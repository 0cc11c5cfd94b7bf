import { bareNumber, readPhone } from './phone.ts'

/**
 * What the number of a call is. `phone`: one of the world's; `city`: 5 to 7 digits without their city's code; `short`: a service
 * (112, 0890) or an inner line of the office, which look the same; `withheld`: the other does not show it; `unread`: anything else.
 */
export const TOLD_NUMBERS = ['phone', 'city', 'short', 'withheld', 'unread'] as const

export interface ToldNumber {
  readonly is: (typeof TOLD_NUMBERS)[number]
  /** E.164 of a phone, the digits of a city's or short one, else as it came; null: withheld. */
  readonly number: string | null
  /** Digits of the other's inner line. */
  readonly extension: string | null
}

/** What phones and exchanges say in place of a number that the other does not show; by Android -1, -2 and -3, by Asterisk «s». */
const WITHHELD =
  /^(?:-[1-3]|s|null|undefined|(?:the )?(?:caller |number )?(?:id )?(?:anonymous|unknown|restricted|private|withheld|blocked|hidden|unavailable|out of area|payphone|no number|no caller id)(?: (?:number|caller|id))*|n\/?a|(?:номер )?(?:скрыт(?:ый)?|не\s?определ[её]н(?:ный|о)?|не\s?известн(?:ый|о)|недоступен|аноним(?:ный)?)(?: номер| абонент)?|без номера|таксофон)$/i
/** Around words: quotes, brackets, what an address has behind @. */
const AROUND = /^[\s"'<«(]+|[\s"'>»)]+$|@.*$/g
/** Only digits and what stands between them. */
const PLAIN = /^[\d\s().–-]+$/
/** Signs alone say nothing. */
const SAYS_NOTHING = /^[^\p{L}\p{N}]*$/u
/** Longer than any number: a program's slip, of which the beginning is enough. */
const ENOUGH = 64
/** No more of it is looked at: a number may stand behind a name, and in an address. */
const LOOKED_AT = 500

/** Reads the number that a phone or an exchange tells of a call (SPEC CL1). A country is that of the company, ISO 3166-1. */
export function toldNumber(text: string | null | undefined, country?: string | null): ToldNumber {
  const told = bareNumber((text ?? '').slice(0, LOOKED_AT))
  const word = told.replaceAll(AROUND, '')
  if (SAYS_NOTHING.test(word) || WITHHELD.test(word)) return { is: 'withheld', number: null, extension: null }
  const phone = readPhone(told, country)
  if (phone) return { is: 'phone', number: phone.normal, extension: phone.extension }
  const digits = PLAIN.test(told) ? told.replaceAll(/\D/g, '') : ''
  if (digits.length >= 2 && digits.length <= 4) return { is: 'short', number: digits, extension: null }
  if (digits.length >= 5 && digits.length <= 7) return { is: 'city', number: digits, extension: null }
  return { is: 'unread', number: told.slice(0, ENOUGH), extension: null }
}
