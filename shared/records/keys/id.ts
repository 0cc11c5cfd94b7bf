import { digest } from 'lib0/hash/sha256'

/** An id is `<circle>-<UUIDv7>`: the circle of access and the time of creation name the document that holds it. */
export interface IdParts {
  readonly circle: string
  /** Milliseconds since 1970, UTC. */
  readonly time: number
}

const FORM = /^([a-z0-9]{1,20})-([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A fresh id of the circle, made at `time`. */
export function newId(circle: string, time: number): string {
  return format(circle, time, crypto.getRandomValues(new Uint8Array(10)))
}

/**
 * The id of a record that stands outside (a row of a file, a letter, a call): the same source, key and time always
 * give the same id, so that taking it in twice makes it once.
 */
export function derivedId(circle: string, time: number, source: string, key: string): string {
  return format(circle, time, digest(new TextEncoder().encode(`${source}\u0000${key}`)).subarray(0, 10))
}

/** The parts of an id; null for text of another form. */
export function parseId(id: string): IdParts | null {
  const found = FORM.exec(id)
  if (!found) return null
  const [, circle = '', high = '', low = ''] = found
  return { circle, time: Number.parseInt(high + low, 16) }
}

function format(circle: string, time: number, tail: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(time / 256 ** (5 - i)) % 256
  bytes.set(tail, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [circle, hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A fresh id for an entry of a list. */
export function newEntryId(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
