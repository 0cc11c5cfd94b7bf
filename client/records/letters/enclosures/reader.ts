import type { Letter } from '../../../../shared/letters/collections.ts'
import type { DataClient } from '../../../data/page/client.ts'

export type Enclosed = Letter['attachments'][number]

/** Reads the bytes of an enclosure. */
export function readerOf(letter: Letter, { hash }: Enclosed, data: DataClient): () => Promise<Blob> {
  return () => data.openLetter(letter.id, String(hash))
}
