import type { Letter } from './collections.ts'

/** Bytes that a record names: the path of the field, and their SHA-256. */
export interface NamedBytes {
  readonly path: string
  readonly hash: string
}

/** All bytes that a letter’s record names: its words, itself as it came, its enclosures. */
export function bytesOf({
  body,
  raw,
  attachments,
}: Pick<Letter, 'body' | 'raw' | 'attachments'>): readonly NamedBytes[] {
  const all = [['body', body], ['raw', raw], ...attachments.map(({ id, hash }) => [`attachments/${id}/hash`, hash])]
  return all.flatMap(([path, hash]) => (path && hash ? [{ path, hash }] : []))
}
