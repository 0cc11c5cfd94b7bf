import { Failure } from '../errors.ts'
import type { Row } from '../records/declarations/collection.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { organisations, type PICTURE_USES } from './collections.ts'

export type PictureUse = (typeof PICTURE_USES)[number]

/** Characters of a picture's text: 64 KiB of bytes in base64. Every device holds them all the time. */
export const MOST_PICTURE = 87_500
/** What papers can show, as a text of base64. */
const FORM = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/

/** Puts a picture of an organisation, or takes it away. Failures: picture-unknown, picture-too-large. */
export function setPicture(
  tx: Transaction,
  { id, use, image }: { readonly id: string; readonly use: PictureUse; readonly image: string | null },
): void {
  if (image !== null && image.length > MOST_PICTURE) throw new Failure('picture-too-large')
  if (image !== null && !FORM.test(image)) throw new Failure('picture-unknown')
  // Named after its use, so that two people who put one apart have one to decide about.
  tx.add(organisations, id, 'pictures', use, { use, image })
  tx.write(organisations, id, `pictures/${use}/gone`, false)
  tx.setEntry(organisations, id, 'pictures', use, { image })
}

/** The picture of that use; null where there is none. */
export function pictureOf(
  organisation: Pick<Row<typeof organisations>, 'pictures'> | null,
  use: PictureUse,
): string | null {
  return organisation?.pictures.find((one) => one.use === use)?.image ?? null
}
