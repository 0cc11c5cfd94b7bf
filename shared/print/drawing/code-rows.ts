import { encode } from 'uqr'

/** A text as a QR code: rows of modules from the top, dark ones true; the white around it is left to who draws it. */
export function codeRows(text: string): readonly (readonly boolean[])[] {
  return encode(text, { border: 0, ecc: 'M' }).data
}
