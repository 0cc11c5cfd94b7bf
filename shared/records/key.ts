/**
 * Keys of a collection's `Y.Map`: `<id>#<replica>` is a record as that replica created it, `<id>/<path>#<replica>`
 * that replica's last write to a path. A path is `field`, `list/entry` or `list/entry/field` (SPEC R1, R2).
 */
export interface Key {
  readonly id: string
  /** Segments of the path; empty for the record as created. */
  readonly path: string
  readonly replica: string
}

const SEGMENT = /^[A-Za-z0-9_-]{1,40}$/
const ID = /^[A-Za-z0-9_-]{1,80}$/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether `text` may name a field, a list, an entry or a replica. */
export function isSegment(text: string): boolean {
  return SEGMENT.test(text) && !FORBIDDEN.has(text)
}

/** Whether `text` may be the id of a record. */
export function isId(text: string): boolean {
  return ID.test(text) && !FORBIDDEN.has(text)
}

/** Whether `path` is one of the three forms, or empty (the record as created). */
export function isPath(path: string): boolean {
  if (path === '') return true
  const segments = path.split('/')
  return segments.length <= 3 && segments.every(isSegment)
}

/** The text of a key. */
export function formatKey(id: string, path: string, replica: string): string {
  return path === '' ? `${id}#${replica}` : `${id}/${path}#${replica}`
}

/** Reads a key; null for any other text, which readers keep and leave unread. */
export function parseKey(text: string): Key | null {
  const hash = text.lastIndexOf('#')
  if (hash < 1) return null
  const slash = text.indexOf('/')
  const end = slash === -1 || slash > hash ? hash : slash
  const key = {
    id: text.slice(0, end),
    path: text.slice(end + 1, Math.max(hash, end + 1)),
    replica: text.slice(hash + 1),
  }
  if (slash !== -1 && slash < hash && key.path === '') return null
  return isId(key.id) && isPath(key.path) && isSegment(key.replica) ? key : null
}

/** The id of the record that a key speaks of, without checking the rest: for indexing many keys quickly. */
export function idInKey(text: string): string {
  const hash = text.lastIndexOf('#')
  const slash = text.indexOf('/')
  return text.slice(0, slash === -1 || slash > hash ? hash : slash)
}
