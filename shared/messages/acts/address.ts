import { isSameAddress, readMailboxes } from '../../letters/mailbox.ts'
import { readPhone } from '../../phones/phone.ts'
import { doubtOfEmail } from '../../records/forms/email.ts'
import type { Way } from '../collections.ts'

/**
 * The address of a letter, or the number of an SMS in its normal form (E.164); null for what is none. An inner line of an
 * office has no SMS. `country`: ISO 3166-1, of numbers without a code.
 */
export function readAddress(way: Way, text: string, country: string | null): string | null {
  const typed = text.trim()
  if (way === 'letter') return doubtOfEmail(typed) === null ? typed : null
  const phone = readPhone(typed, country ?? undefined)
  return phone === null || phone.extension !== null ? null : phone.normal
}

/** The addresses of a letter's readers, each once, of a list as people type it; `wrong`: the first that is none. */
export function readReaders(text: string): { readonly all: readonly string[] } | { readonly wrong: string } {
  const typed = readMailboxes(text).map(({ address }) => address)
  const wrong = typed.find((one) => doubtOfEmail(one) !== null)
  if (wrong !== undefined) return { wrong }
  return { all: typed.filter((one, i) => typed.findIndex((other) => isSameAddress(one, other)) === i) }
}

/** Of a Russian number whose owner carries it about: others mostly have no SMS. */
const MOBILE = /^\+79/

/** Of several addresses or numbers the one to send to: the first that is one, mobile numbers before others; null where none is. */
export function bestAddress(way: Way, texts: readonly string[], country: string | null): string | null {
  const sound = texts.flatMap((text) => readAddress(way, text, country) ?? [])
  return (way === 'sms' ? sound.find((number) => MOBILE.test(number)) : null) ?? sound[0] ?? null
}
