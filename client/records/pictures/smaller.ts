import { Failure } from '../../../shared/errors.ts'
import { MOST_PICTURE } from '../../../shared/records/forms/picture.ts'

/** What a picture becomes: PNG keeps what is seen through, for logos and seals; JPEG is for photographs. */
export type PictureForm = 'image/png' | 'image/jpeg'

/** Pixels of the longer side that are tried, the finest first. */
const SIDES = { 'image/png': [600, 400, 300, 200, 120], 'image/jpeg': [1200, 900, 700, 500, 300] }
const QUALITY = 0.82

/** A picture's file in a size that records hold. Failures: picture-unknown, picture-too-large, picture-file-too-large. */
export async function smaller(file: Blob, form: PictureForm): Promise<string> {
  const bitmap = await decoded(file)
  try {
    for (const side of SIDES[form]) {
      const image = await drawn(bitmap, side, form)
      if (image.length <= MOST_PICTURE) return image
    }
  } finally {
    bitmap.close()
  }
  throw new Failure('picture-too-large')
}

/** Files beyond this are not read at all: decoded they would take the device's memory. */
const MOST_FILE = 20_000_000

async function decoded(file: Blob): Promise<ImageBitmap> {
  if (file.size > MOST_FILE) throw new Failure('picture-file-too-large')
  try {
    return await createImageBitmap(file)
  } catch (error) {
    if (error instanceof DOMException) throw new Failure('picture-unknown')
    throw error
  }
}

async function drawn(bitmap: ImageBitmap, side: number, type: PictureForm): Promise<string> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((of) => Math.max(1, Math.round(of * scale))) as [
    number,
    number,
  ]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (type === 'image/jpeg' && context) {
    // JPEG has nothing to be seen through: what is so would be black.
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
  }
  context?.drawImage(bitmap, 0, 0, width, height)
  return dataUrl(await canvas.convertToBlob({ type, quality: QUALITY }))
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return `data:${blob.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
