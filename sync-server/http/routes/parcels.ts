import { PARCEL_SIZE } from '../../../shared/columns/parcel.ts'
import { QUARTERLY } from '../../../shared/documents/families.ts'
import { Failure } from '../../../shared/errors.ts'
import { unpackedSize } from '../../sync/parcels/make.ts'
import { sessionFor } from '../guard/caller.ts'
import { readable } from '../guard/readable.ts'
import type { App, Ask, Room } from '../ports.ts'

/** Whole documents of orders with their columns, for whoever may read them (sync/SPEC J35 to J37). */
export function parcelRoutes(app: App, room: Room): void {
  app.get('/api/parcels', async (c) => {
    const document = await askedFor(room, c)
    const { parcels } = room
    const parcel = c.req.query('maker') === parcels.maker ? await parcels.of(document) : null
    if (parcel === null) return c.body(null, 204)
    // To make it takes a while, in which rights may have been taken away.
    await askedFor(room, c)
    c.header('content-encoding', 'gzip')
    c.header(PARCEL_SIZE, String(unpackedSize(parcel)))
    return c.body(parcel, 200, { 'content-type': 'application/octet-stream' })
  })
}

/** The document that is asked for, of which devices keep columns. Failures as of `sessionFor`, document-unknown, role-forbids. */
async function askedFor(room: Room, c: Ask): Promise<string> {
  const { account } = await sessionFor(room, c)
  const name = c.req.query('document') ?? ''
  const { family } = readable(room.company, name, account)
  if (!QUARTERLY.includes(family)) throw new Failure('document-unknown', { document: name })
  return name
}
