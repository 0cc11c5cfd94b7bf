import * as v from 'valibot'
import {
  type BytesAsked,
  type BytesGone,
  type FileArrival,
  type FileArrived,
  MOST_HASHES,
} from '../../../shared/accounts/api.ts'
import { documentOf, mayRead, mayWrite, parseDocument } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import { type FileRecord, files } from '../../../shared/files/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { hashIn, type Part, UPLOADS } from '../../files/files.ts'
import { hasServiceKey, senderFor, sessionFor } from '../guard/caller.ts'
import { bodyOf, type Takes } from '../guard/input.ts'
import type { App, Ask, Room } from '../ports.ts'
import { served } from './bytes/served.ts'

const STORED = v.object({
  part: v.picklist(['file', 'preview']),
  /** The upload that brought the bytes; null: they may be here already. */
  upload: v.nullable(v.pipe(v.string(), v.maxLength(64))),
}) satisfies Takes<FileArrival>

const HASHES = v.object({
  hashes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.maxLength(MOST_HASHES)),
}) satisfies Takes<BytesAsked>

/** Files of records: sent in pieces, told to be whole, fetched (files/SPEC.md). */
export function blobRoutes(app: App, room: Room): void {
  app.post(UPLOADS, async (c) => room.files.uploads.begin(c.req.raw, (await writerFor(room, c)).user))
  app.options(UPLOADS, async (c) => room.files.uploads.tell(c.req.raw))
  // `GET` stands for `HEAD` here; what is on its way is read by nobody.
  app.on(['GET', 'PATCH', 'DELETE'], `${UPLOADS}/:id`, async (c) => {
    const { user } = await writerFor(room, c)
    if (c.req.method === 'GET') throw new Failure('upload-unknown')
    return await room.files.uploads.goOn(c.req.raw, c.req.param('id'), user)
  })
  app.post('/api/files/:id/stored', async (c) => {
    const account = await senderFor(room, c)
    const { part, upload } = await bodyOf(c, STORED)
    const record = await recordFor(room, c.req.param('id'), account, mayWrite)
    const stored = await room.files.settle(record, part, upload === null ? null : { id: upload, owner: account.user })
    return c.json({ stored } satisfies FileArrived)
  })
  app.post('/api/files/gone', async (c) => {
    await sessionFor(room, c)
    const { hashes } = await bodyOf(c, HASHES)
    const gone: string[] = []
    for (const hash of hashes) if ((await room.files.blobs.sizeOf(hash)) === null) gone.push(hash)
    return c.json({ gone } satisfies BytesGone)
  })
  app.get('/api/files/:id', (c) => bytes(room, c, 'file'))
  app.get('/api/files/:id/preview', (c) => bytes(room, c, 'preview'))
}

/** An account that may write files at all. Failures as of `senderFor`, role-forbids. */
async function writerFor(room: Room, c: Ask): Promise<Who> {
  const account = await senderFor(room, c)
  allowed(room, newId(COMMON, Date.now()), account, mayWrite)
  return account
}

/** `who` null: agents of the company. Failures: document-unknown, record-missing, role-forbids. */
async function recordFor(room: Room, id: string, who: Who | null, may: typeof mayRead): Promise<FileRecord> {
  allowed(room, id, who, may)
  return await room.files.record(id)
}

function allowed({ company }: Room, id: string, who: Who | null, may: typeof mayRead): void {
  const document = parseDocument(nameOf(company, id), Date.now())
  if (!document) throw new Failure('document-unknown', { id })
  if (who && !may(document, who)) throw new Failure('role-forbids', { document: document.name })
}

function nameOf(company: string, id: string): string {
  try {
    return documentOf(company, files.family, id)
  } catch (cause) {
    throw new Failure('document-unknown', { id }, { cause })
  }
}

/** The bytes of a file, or a range of them. What is shown and what is only kept is decided by the bytes themselves. */
async function bytes(room: Room, c: Ask, part: Part) {
  const who = hasServiceKey(room, c) ? null : (await sessionFor(room, c)).account
  const record = await recordFor(room, c.req.param('id') ?? '', who, mayRead)
  const hash = hashIn(record, part)
  if ((await room.files.blobs.sizeOf(hash)) === null) throw new Failure('file-not-here')
  await room.files.noteHere(record)
  return await served(c, room.files.blobs, hash, record.name ?? 'file')
}
