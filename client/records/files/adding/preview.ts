import { isPicture, PDF } from '../../../../shared/files/types.ts'

/** What is known of a file by looking at it. */
export interface Looked {
  readonly preview: Blob | null
  /** Pixels, of pictures. */
  readonly width: number | null
  readonly height: number | null
}

/** Pixels of the longer side of a preview: sharp at twice its size on the screen. */
const SIDE = 240
/** Files beyond this are not looked at: decoded they would take the device's memory. */
const MOST = 60_000_000
/** Pictures of more pixels are not decoded, which takes four bytes for each, however well they are packed. */
const MOST_PIXELS = 120_000_000
const NOTHING: Looked = { preview: null, width: null, height: null }

/** Makes a small picture of a file, as far as that is one; what cannot be drawn has none. */
export async function look(file: Blob): Promise<Looked> {
  if (file.size > MOST) return NOTHING
  if (isPicture(file.type)) return await ofPicture(file)
  return file.type === PDF ? await ofPdf(file) : NOTHING
}

async function ofPicture(file: Blob): Promise<Looked> {
  const size = await sizeOf(file)
  if (size === null) return NOTHING
  if (size.width * size.height > MOST_PIXELS) return { ...size, preview: null }
  const bitmap = await decoded(file)
  if (bitmap === null) return NOTHING
  try {
    const { width, height } = bitmap
    return { preview: await smallOf(bitmap, width, height), width, height }
  } finally {
    bitmap.close()
  }
}

/** Pixels of a picture as its head tells them, before anything is decoded; null: it is none. */
async function sizeOf(file: Blob): Promise<{ readonly width: number; readonly height: number } | null> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  try {
    const isPicture = await new Promise<boolean>((told) => {
      image.onload = () => told(true)
      image.onerror = () => told(false)
      image.src = address
    })
    return isPicture ? { width: image.naturalWidth, height: image.naturalHeight } : null
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function decoded(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file)
  } catch (error) {
    // Its name says picture, and its bytes do not.
    if (error instanceof DOMException) return null
    throw error
  }
}

/** The viewer may not be here, and a page may be odd: the file is kept without a preview then, and the browser's log says why. */
async function ofPdf(file: Blob): Promise<Looked> {
  try {
    const { openPdf } = await import('../viewer/pdf.ts')
    const pdf = await openPdf(file)
    if (pdf === null) return NOTHING
    try {
      const canvas = await pdf.draw(1, SIDE)
      return { ...NOTHING, preview: await smallOf(canvas, canvas.width, canvas.height) }
    } finally {
      pdf.close()
    }
  } catch (error) {
    reportError(error)
    return NOTHING
  }
}

async function smallOf(image: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, SIDE / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
