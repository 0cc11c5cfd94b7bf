import { checkPicture } from '../../records/forms/picture.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { productPictures, products } from '../collections.ts'

/** Puts the picture of a product, or takes it away (SPEC N9). Failures: picture-unknown, picture-too-large. */
export function setProductPicture(
  tx: Transaction,
  { id, image }: { readonly id: string; readonly image: string | null },
): void {
  if (image !== null) checkPicture(image)
  tx.set(products, id, { pictured: image !== null })
  // The image is a write of its own: of two records that were made apart the earlier stands, of two writes the later.
  if (tx.find(productPictures, id) === null) tx.create(productPictures, id, {})
  tx.restore(productPictures, id)
  tx.set(productPictures, id, { image })
}
