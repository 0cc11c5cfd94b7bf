import type { Row } from '../records/declarations/collection.ts'
import { checkPicture } from '../records/forms/picture.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { organisations, type PICTURE_USES } from './collections.ts'

export type PictureUse = (typeof PICTURE_USES)[number]

/** Puts a picture of an organisation, or takes it away. Failures: picture-unknown, picture-too-large. */
export function setPicture(
  tx: Transaction,
  { id, use, image }: { readonly id: string; readonly use: PictureUse; readonly image: string | null },
): void {
  if (image !== null) checkPicture(image)
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
