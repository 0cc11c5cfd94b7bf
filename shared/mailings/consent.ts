import type { MailingConsent } from './collections.ts'

/** What was said of mailings to an address or number. */
export type Said = Pick<MailingConsent, 'given' | 'withdrawn' | 'gone'>

/** Whether a consent was taken back, and not given anew since; so it stays, though its record is removed. */
export function isWithdrawn(consent: Said | null): boolean {
  return consent !== null && consent.withdrawn !== null && consent.withdrawn >= (consent.given ?? 0)
}

/** Whether somebody has agreed, and not taken it back. */
export function isGiven(consent: Said | null): boolean {
  return consent !== null && !consent.gone && consent.given !== null && !isWithdrawn(consent)
}
