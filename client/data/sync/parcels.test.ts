import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Parcels } from './parcels.ts'

let server: Server
let url: string
beforeEach(async () => {
  server = createServer((_request, response) => void response.writeHead(200).write('the beginning of one'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test('C10: what is on its way when it is stopped is given up on the line too, and the next is asked for', async () => {
  const parcels = new Parcels({ url, maker: 'one' })
  for (const document of ['one', 'two']) {
    const asked = once(server, 'request')
    const coming = parcels.fetch(document)
    const [, response] = await asked
    const given = once(response, 'close')
    parcels.stop()
    expect(await coming).toBeNull()
    await given
  }
  expect(parcels.areOffered).toBe(true)
})
