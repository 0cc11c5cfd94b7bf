import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

/** How long a page takes to fetch these bytes by HTTP, one part after the other, from this process, ms. */
export async function downloadOf(page: Page, parts: Iterable<Uint8Array>): Promise<number> {
  const all = [...parts]
  const server = createServer((request, response) => {
    const part = all[Number(request.url?.slice(1))]
    response.writeHead(200, { 'content-type': part ? 'application/octet-stream' : 'text/html' })
    response.end(part ?? '<!doctype html>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page`)
    return await page.evaluate(async (count) => {
      const began = performance.now()
      for (let part = 0; part < count; part++) await (await fetch(`/${part}`)).arrayBuffer()
      return performance.now() - began
    }, all.length)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
