import type { Letter } from '../../../../shared/letters/collections.ts'
import type { DataClient } from '../../../data/page/client.ts'

export type Enclosed = Letter['attachments'][number]

/** Reads the bytes of an enclosure. */
export function readerOf(letter: Letter, { hash }: Enclosed, data: DataClient): () => Promise<Blob> {
  return () => data.openLetter(letter.id, String(hash))
}

/** Whether an enclosure is a calendar file: an invitation, an answer to one, or that it is called off. */
export function isCalendar({ name, type }: Pick<Enclosed, 'name' | 'type'>): boolean {
  return /^(text\/calendar|application\/ics)\b/i.test(String(type)) || /\.ics$/i.test(name ?? '')
}
