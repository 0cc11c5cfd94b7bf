import type { MadeFile } from '../../../../shared/effects/made-file.ts'
import { Failure } from '../../../../shared/errors.ts'
import { megabytes } from '../../../../shared/files/limits.ts'
import { checkAgent } from '../../guard/caller.ts'
import type { App, Room } from '../../ports.ts'
import { served } from '../bytes/served.ts'

/** Where agents put the bytes of what they made. */
export const MADE_FILES = '/api/agent/files'

/** SHA-256, hex. */
const HASH = /^[0-9a-f]{64}$/

/** Bytes of files that agents make (files/SPEC W13). */
export function madeFileRoutes(app: App, room: Room): void {
  app.put(MADE_FILES, async (c) => {
    checkAgent(room, c)
    const { limit, blobs, uploads } = room.files
    await uploads.checkRoom(Number(c.req.header('content-length') ?? Number.NaN), 'content-length')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    // What was told of its length need not be so.
    if (bytes.length > limit)
      throw new Failure('file-too-large', { size: megabytes(bytes.length), most: megabytes(limit) })
    return c.json({ hash: await blobs.put(bytes), size: bytes.length } satisfies MadeFile)
  })
  app.get(`${MADE_FILES}/:hash`, async (c) => {
    checkAgent(room, c)
    const hash = c.req.param('hash')
    if (!HASH.test(hash)) throw new Failure('request-shape', { field: 'hash' })
    return await served(c, room.files.blobs, hash, hash)
  })
}
