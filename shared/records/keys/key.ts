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
const KEY = /^([A-Za-z0-9_-]{1,80})(?:\/([A-Za-z0-9_-]{1,40}(?:\/[A-Za-z0-9_-]{1,40}){0,2}))?#([A-Za-z0-9_-]{1,40})$/
const FORBIDDEN = /^(?:__proto__|constructor|prototype)$/
/** As FORBIDDEN, standing as any part of a whole key. */
const FORBIDDEN_PART = /(?:^|[/#])(?:__proto__|constructor|prototype)(?:[/#]|$)/

/** Whether `text` may name a field, a list, an entry or a replica. */
export function isSegment(text: string): boolean {
  return SEGMENT.test(text) && !FORBIDDEN.test(text)
}

/** Whether `text` may be the id of a record. */
export function isId(text: string): boolean {
  return ID.test(text) && !FORBIDDEN.test(text)
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
  const found = KEY.exec(text)
  if (!found || FORBIDDEN_PART.test(text)) return null
  const [, id = '', path = '', replica = ''] = found
  return { id, path, replica }
}

/** The id of the record that a key speaks of, without checking the rest: for indexing many keys quickly. */
export function idInKey(text: string): string {
  const slash = text.indexOf('/')
  const hash = text.indexOf('#')
  if (slash === -1) return hash === -1 ? text : text.slice(0, hash)
  return text.slice(0, hash === -1 || slash < hash ? slash : hash)
}
