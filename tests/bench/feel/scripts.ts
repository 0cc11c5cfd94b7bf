import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** Bytes of the scripts that a page has loaded since, compressed; the workers' own are not among them. */
export function scriptsOf(page: Page): { bytes(): Promise<number> } {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (isScript(response)) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  return { bytes: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) }
}

function isScript(response: Response): boolean {
  return response.ok() && response.request().resourceType() === 'script'
}
