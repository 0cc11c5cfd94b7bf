import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** Bytes of the scripts that a page has loaded since, compressed; the workers' own are not among them. */
export function scriptsOf(page: Page): { bytes(): Promise<number> } {
  const loaded: string[] = []
  page.on('response', (response) => {
    if (isScript(response)) loaded.push(response.url())
  })
  const compressed = async (url: string) => {
    // Fetched once more: Chromium has no body left of what was loaded for a page that has gone.
    const response = await page.request.get(url)
    return gzipSync(await response.body(), { level: 9 }).length
  }
  return { bytes: async () => (await Promise.all(loaded.map(compressed))).reduce((sum, size) => sum + size, 0) }
}

function isScript(response: Response): boolean {
  return response.ok() && response.request().resourceType() === 'script'
}
