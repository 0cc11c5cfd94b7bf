import { createHmac } from 'node:crypto'

const STEP = 30_000
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that a phone shows for an `otpauth://totp/…` address (RFC 6238); `at` is its clock, ms since 1970. */
export function codeFor(uri: string, at = Date.now()): string {
  const key = secretOf(uri)
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The code that the phone shows next, which is taken already: one that was given is not taken again. */
export function nextCodeFor(uri: string): string {
  return codeFor(uri, Date.now() + STEP)
}

/** The secret that the phone keeps. */
export function secretOf(uri: string): Buffer {
  return decoded(new URL(uri).searchParams.get('secret') ?? '')
}

function decoded(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
