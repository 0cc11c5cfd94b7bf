import { EXTENSION } from '../records/forms/phone.ts'

/** Fewer digits than this are no number that two spellings could share: only the one within the other counts. */
const LEAST = 7
/** What people put before a number of this country: 8 or its code, 7. */
const BEFORE = /^[78](?=\d{10}$)/
/** Dialled abroad, or between cities: it stands before a number, and is none of its digits. */
const TRUNK = /^0+/

/** What is looked for of a phone number that was typed, as far as it has been; null where it is none. */
export interface TypedPhone {
  readonly digits: string
  /** The same without an 8 or 7 that may stand before a number of which only the beginning is typed. */
  readonly behind: string | null
}

/** Fewer digits than this find too much. */
const WORTH_LOOKING = 4
const LOOKS_SO = /^[\d\s()+./–-]+$/

/** Reads a text as a phone number, or the beginning of one. */
export function typedPhone(text: string): TypedPhone | null {
  if (!LOOKS_SO.test(text)) return null
  const digits = phoneDigits(text)
  if (digits.length < WORTH_LOOKING) return null
  return { digits, behind: /^[78]/.test(digits) ? digits.slice(1) : null }
}

/** Whether a phone, however it is spelled, has what was typed, however that is. */
export function fitsPhone(phone: string, typed: TypedPhone): boolean {
  return fitsDigits(phoneDigits(phone), typed)
}

/** As `fitsPhone`, of a phone's own digits. */
export function fitsDigits(own: string, { digits, behind }: TypedPhone): boolean {
  if (own === '') return false
  if (own.includes(digits) || (behind !== null && own.startsWith(behind))) return true
  return own.length >= LEAST && digits.endsWith(own)
}

/** The digits that tell a number from others, without what may stand before it or be left out, and without its extension. */
export function phoneDigits(text: string): string {
  const digits = text.replace(EXTENSION, '').replace('(0)', '').replaceAll(/\D/g, '')
  return digits.replace(TRUNK, '').replace(BEFORE, '')
}
