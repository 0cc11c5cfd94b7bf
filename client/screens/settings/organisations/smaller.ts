import { MOST_PICTURE } from '../../../../shared/company/pictures.ts'
import { Failure } from '../../../../shared/errors.ts'

/** Pixels of the longer side that are tried, the finest first. */
const SIDES = [600, 400, 300, 200, 120]

/** A picture's file as PNG of a size that records hold. Failures: picture-unknown, picture-too-large. */
export async function smaller(file: Blob): Promise<string> {
  const bitmap = await decoded(file)
  try {
    for (const side of SIDES) {
      const image = await drawn(bitmap, side)
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
  if (file.size > MOST_FILE) throw new Failure('picture-too-large')
  try {
    return await createImageBitmap(file)
  } catch (error) {
    if (error instanceof DOMException) throw new Failure('picture-unknown')
    throw error
  }
}

async function drawn(bitmap: ImageBitmap, side: number): Promise<string> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((of) => Math.max(1, Math.round(of * scale))) as [
    number,
    number,
  ]
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  return dataUrl(await canvas.convertToBlob({ type: 'image/png' }))
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
