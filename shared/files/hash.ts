/** A SHA-256 in hex, as files are named by. */
const HASH = /^[0-9a-f]{64}$/

export function isHash(text: unknown): text is string {
  return typeof text === 'string' && HASH.test(text)
}
