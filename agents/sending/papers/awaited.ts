import { files } from '../../../shared/files/collections.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import type { EnclosureGround } from './enclosures.ts'

/** A file that nobody has told of may still come from the device that chose it for so long, ms. */
const COMES_WITHIN = 7 * 24 * 3_600_000

/** The file that a message waits for, by its name or, where nothing is known of it, by its id; null: none is on its way. */
export async function awaitedFile(
  { files: ids }: Pick<Message, 'files'>,
  { find, fetch }: Pick<EnclosureGround, 'find' | 'fetch'>,
  now: number,
): Promise<string | null> {
  for (const id of ids) {
    const record = find(files, id)
    const made = parseId(id)?.time
    if (!record && made !== undefined && now - made < COMES_WITHIN) return id
    // The server may have it and not have said so: asked, it does.
    if (record && !record.gone && record.stored === null && (await fetch(id)) === 'notYet') return record.name ?? id
  }
  return null
}
