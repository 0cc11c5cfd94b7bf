import { collection, type Row } from '../records/declarations/collection.ts'
import { instant, integer, note, text, unread } from '../records/declarations/fields.ts'

/** «Файлы»: what is known of a file; its bytes stand apart, by their hash. */
export const files = collection('files', {
  version: 1,
  family: 'events',
  fields: {
    /** The record that it belongs to, `<collection>/<id>`. */
    about: unread({ required: true }),
    name: text({ required: true }),
    /** Bytes. */
    size: integer({ least: 0 }),
    /** Media type, as the bytes themselves tell it. */
    type: unread(),
    /** SHA-256 of the bytes, hex. */
    hash: unread(),
    /** SHA-256 of a small picture of it. */
    preview: unread(),
    /** Pixels, of pictures. */
    width: integer({ least: 0 }),
    height: integer({ least: 0 }),
    note: note(),
    /** The paper that it is a print of (shared/print). */
    paper: unread(),
    /** When the server had all of it; null while it is on its way. */
    stored: instant({ server: true }),
  },
})

export type FileRecord = Row<typeof files>
