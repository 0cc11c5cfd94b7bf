import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What a signature is made over. */
export interface Signed {
  readonly method: string
  /** With its query, as it stands in the request's first line. */
  readonly path: string
  /** ms since 1970, as text. */
  readonly time: string
  readonly nonce: string
  readonly body: Uint8Array
}

/** The signature of a request by a phone's key, in hexadecimal digits. */
export function signatureOf({ method, path, time, nonce, body }: Signed, key: string): string {
  return createHmac('sha256', key).update(`${method}\n${path}\n${time}\n${nonce}\n`).update(body).digest('hex')
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
