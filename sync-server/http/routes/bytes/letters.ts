import { documentOf, mayRead, parseDocument } from '../../../../shared/documents/documents.ts'
import { Failure } from '../../../../shared/errors.ts'
import { cleanName } from '../../../../shared/files/name.ts'
import { type Letter, letters, ownLetters } from '../../../../shared/letters/collections.ts'
import { bytesOf } from '../../../../shared/letters/hashes.ts'
import { hasServiceKey, sessionFor } from '../../guard/caller.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { served } from './served.ts'

/** Words, enclosures and the letter as it came, for whoever may read its record (letters/SPEC MP9). */
export function letterByteRoutes(app: App, room: Room): void {
  for (const collection of [letters, ownLetters]) {
    app.get(`/api/letters/${collection.name}/:id/:hash`, async (c) => {
      const { id, hash } = c.req.param()
      await checkReader(room, c, collection, id)
      const letter = await room.author.write((tx) => tx.find(collection, id))
      // What a record does not name nobody gets by it, though the bytes are here.
      if (!letter || !bytesOf(letter).some((one) => one.hash === hash)) throw new Failure('record-missing', { id })
      return await served(c, room.files.blobs, hash, nameOf(letter, hash))
    })
  }
}

/** Failures: sign-in-needed, document-unknown, role-forbids. */
async function checkReader(room: Room, c: Ask, { family }: typeof letters | typeof ownLetters, id: string) {
  const who = hasServiceKey(room, c) ? null : (await sessionFor(room, c)).account
  const document = parseDocument(documentNamed(room.company, family, id), Date.now())
  if (!document) throw new Failure('document-unknown', { id })
  if (who && !mayRead(document, who)) throw new Failure('role-forbids', { document: document.name })
}

function documentNamed(company: string, family: string, id: string): string {
  try {
    return documentOf(company, family, id)
  } catch (cause) {
    throw new Failure('document-unknown', { id }, { cause })
  }
}

function nameOf({ attachments, subject }: Letter, hash: string): string {
  const enclosure = attachments.find((one) => one.hash === hash)
  return cleanName(enclosure ? (enclosure.name ?? 'file') : `${subject ?? 'letter'}.eml`)
}
