import { digest } from 'lib0/hash/sha256'

/** How many random bytes a secret has. */
const BYTES = 24

/** Where a person's calendar is to be had: it leads to the account, and only who has the secret has it. */
export interface CalendarLink {
  readonly user: string
  readonly secret: string
}

/** A fresh secret, and what is kept of it. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = hex(crypto.getRandomValues(new Uint8Array(BYTES)))
  return { secret, hash: secretHash(secret) }
}

/** What is kept of a secret: nobody finds the secret from it. */
export function secretHash(secret: string): string {
  return hex(digest(new TextEncoder().encode(`calendar ${secret}`)))
}

/** The path of a link on the server. */
export function calendarPath({ user, secret }: CalendarLink): string {
  return `/calendar/${user}.${secret}.ics`
}

/** Reads the last part of such a path; null where it is none. */
export function readLink(name: string): CalendarLink | null {
  const [, user, secret] = /^([A-Za-z0-9_-]{1,80})\.([0-9a-f]{48})\.ics$/.exec(name) ?? []
  return user !== undefined && secret !== undefined ? { user, secret } : null
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
