import { createHash, randomBytes } from 'node:crypto'

/** A token for a link that works once, 256 random bits, and the hash under which alone it is kept. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** The hash of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
