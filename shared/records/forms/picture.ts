import { Failure } from '../../errors.ts'

/** Characters of a picture's text: 64 KiB of bytes in base64. */
export const MOST_PICTURE = 87_500
/** What papers can show too, as a text of base64. */
const FORM = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/

/** Failures: picture-unknown, picture-too-large. */
export function checkPicture(image: string): void {
  if (image.length > MOST_PICTURE) throw new Failure('picture-too-large')
  if (!FORM.test(image)) throw new Failure('picture-unknown')
}
