import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * Addresses at the door that letters of mailings lead to. Each carries who reads (the recipient’s id) under a signature by the door’s
 * links key, so that the door needs no list of readers and leads nowhere else than the letter said.
 *
 * - `/u/<token>`: the page of unsubscribing; a POST there with `List-Unsubscribe=One-Click` does it at once (RFC 8058)
 * - `/o/<token>`: a picture of one dot
 * - `/l/<token>?to=<url>`: on to that url, which the token is signed with
 */
export type ReaderLink = 'u' | 'o' | 'l'

/** The token of a link; `about`: the url of `l`, empty for the others. */
export function readerToken(key: Uint8Array, link: ReaderLink, recipient: string, about = ''): string {
  return `${recipient}.${signature(key, link, recipient, about)}`
}

/** Whose token that is; null where its signature is not the one. */
export function readerOf(key: Uint8Array, link: ReaderLink, token: string, about = ''): string | null {
  const at = token.lastIndexOf('.')
  const recipient = token.slice(0, Math.max(at, 0))
  return isSame(token.slice(at + 1), signature(key, link, recipient, about)) && recipient ? recipient : null
}

function signature(key: Uint8Array, link: ReaderLink, recipient: string, about: string): string {
  const signed = hmac(sha256, key, new TextEncoder().encode([link, recipient, about].join('\n')))
  return [...signed.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Compares without telling by its time how much is alike. */
function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  return [...a].reduce((differ, sign, i) => differ | (sign.charCodeAt(0) ^ b.charCodeAt(i)), 0) === 0
}
