import { GlobalWorkerOptions, getDocument, InvalidPDFException, PasswordException } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** A PDF that is open for looking at. */
export interface OpenPdf {
  readonly pages: number
  /** Draws a page, the first is 1, so wide in pixels. */
  draw(page: number, width: number): Promise<HTMLCanvasElement>
  close(): void
}

/** Opens a PDF. Nothing of it runs: scripts in it are not read, and no code is made of its fonts. Null where it is spoiled, or locked by a password. */
export async function openPdf(bytes: Blob): Promise<OpenPdf | null> {
  const data = new Uint8Array(await bytes.arrayBuffer())
  const loading = getDocument({ data, useWasm: false, isImageDecoderSupported: true })
  const pdf = await loading.promise.catch((error: unknown) => {
    if (error instanceof InvalidPDFException || error instanceof PasswordException) return null
    throw error
  })
  if (pdf === null) return null
  return {
    pages: pdf.numPages,
    draw: async (number, width) => {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      await page.render({ canvas, viewport }).promise
      return canvas
    },
    close: () => void loading.destroy(),
  }
}
