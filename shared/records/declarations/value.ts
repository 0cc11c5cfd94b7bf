import { isStamp, type Stamp } from '../keys/stamp.ts'

/** What a path can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** A replica's last write to a path. */
export interface Write {
  readonly stamp: Stamp
  /** Stamps of the other writes on the path that the writer had before him (SPEC R8). */
  readonly seen: readonly Stamp[]
  /** The value's JSON text; not checked to be JSON. */
  readonly json: string
}

/** A record as created. */
export interface Creation {
  readonly stamp: Stamp
  /** The version of the collection's declaration that wrote it. */
  readonly version: number
  /** The JSON text of its values; not checked to be JSON. */
  readonly json: string
}

const NOTHING: readonly Stamp[] = []

/** The text kept under a write's key: `<stamp>[,<seen>…] <json>`. */
export function formatWrite(stamp: Stamp, seen: readonly Stamp[], value: Json): string {
  return `${[stamp, ...seen].join(',')} ${JSON.stringify(value)}`
}

/** The text kept under a creation's key: `<stamp> <version> <json>`. */
export function formatCreation(stamp: Stamp, version: number, values: JsonObject): string {
  return `${stamp} ${version} ${JSON.stringify(values)}`
}

/** Reads a write made by `replica`; null for text of another form. */
export function parseWrite(text: unknown, replica: string): Write | null {
  if (typeof text !== 'string') return null
  const [stamp = '', seen, json] = cut(text)
  if (!isStamp(stamp, replica) || !seen.every((one) => isStamp(one))) return null
  return { stamp, seen, json }
}

function cut(text: string): [string | undefined, readonly string[], string] {
  const space = Math.max(0, text.indexOf(' '))
  const stamps = text.slice(0, space)
  const json = text.slice(space + 1)
  if (!stamps.includes(',')) return [stamps, NOTHING, json]
  const [stamp, ...seen] = stamps.split(',')
  return [stamp, seen, json]
}

/** Reads a creation made by `replica`; null for text of another form. */
export function parseCreation(text: unknown, replica: string): Creation | null {
  if (typeof text !== 'string') return null
  const first = text.indexOf(' ')
  const second = text.indexOf(' ', first + 1)
  if (second < 0) return null
  const stamp = text.slice(0, first)
  const version = text.slice(first + 1, second)
  if (!isStamp(stamp, replica) || !/^[1-9]\d{0,8}$/.test(version)) return null
  return { stamp, version: Number(version), json: text.slice(second + 1) }
}

/** The value of a JSON text; undefined where it is none, so that one odd value harms nothing else. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Narrows to an object that is no array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two values are written alike. */
export function isSameJson(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
