import type { Paper } from '../../../shared/print/paper.ts'
import { asPdf } from './pdf.ts'

/** What was made of a paper, or what kept it from being made. */
export type FromPrinter = { readonly made: Blob } | { readonly failed: unknown }

declare const self: DedicatedWorkerGlobalScope

/** Makes a paper beside the page, which is busy with none of it. */
self.onmessage = async ({ data }: MessageEvent<Paper>) => {
  self.postMessage(await tried(data))
}

async function tried(paper: Paper): Promise<FromPrinter> {
  try {
    return { made: await asPdf(paper) }
  } catch (failed) {
    return { failed }
  }
}
