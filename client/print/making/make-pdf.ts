import type { Paper } from '../../../shared/print/paper.ts'
import type { FromPrinter } from './worker.ts'
import address from './worker.ts?worker&url'

/** A paper as PDF, made in a worker that ends with it. */
export async function makePdf(paper: Paper): Promise<Blob> {
  const worker = new Worker(address, { type: 'module' })
  const made = Promise.withResolvers<Blob>()
  worker.onmessage = ({ data }: MessageEvent<FromPrinter>) => {
    if ('failed' in data) made.reject(data.failed)
    else made.resolve(data.made)
  }
  worker.onerror = (event) => made.reject(event.error ?? new Error(event.message))
  worker.postMessage(paper)
  try {
    return await made.promise
  } finally {
    worker.terminate()
  }
}
