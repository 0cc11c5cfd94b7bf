import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Seals a text by a key of 32 bytes (base64url), for one purpose: nonce, tag and what is hidden, as base64. */
export function seal(key: string, text: string, purpose: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, Buffer.from(key, 'base64url'), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64')
}

/** The text that was sealed; null where key, purpose or a byte is another one. */
export function unseal(key: string, sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    })
    decipher.setAAD(Buffer.from(purpose))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    // The library has no error of its own for what it cannot open: a key, a tag, a length that does not fit.
    return null
  }
}
