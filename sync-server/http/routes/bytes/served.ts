import { serveStatic } from '@hono/node-server/serve-static'
import { create } from 'content-disposition'
import { Failure } from '../../../../shared/errors.ts'
import { isPicture } from '../../../../shared/files/types.ts'
import { type Blobs, blobPath } from '../../../files/blobs.ts'
import { typeOf } from '../../../files/sniff.ts'
import type { Ask } from '../../ports.ts'

/**
 * The bytes of a hash, or a range of them. What is shown and what is only kept is decided by the bytes themselves (files/SPEC W10).
 * Failure file-not-here.
 */
export async function served(c: Ask, blobs: Blobs, hash: string, name: string): Promise<Response> {
  if ((await blobs.sizeOf(hash)) === null) throw new Failure('file-not-here')
  const type = await typeOf(blobs.pathOf(hash))
  const answer = await serveStatic({ root: blobs.folder, path: blobPath(hash) })(c, async () => undefined)
  if (!(answer instanceof Response)) throw new Failure('file-not-here')
  answer.headers.set('content-type', type)
  answer.headers.set('accept-ranges', 'bytes')
  answer.headers.set('content-disposition', disposition(type, name))
  return answer
}

/** Only harmless pictures are shown; anything else a browser puts on the disk. */
function disposition(type: string, name: string): string {
  return create(name, { type: isPicture(type) ? 'inline' : 'attachment' })
}
