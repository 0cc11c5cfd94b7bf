import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PARCEL_SIZE } from '../../../shared/columns/parcel.ts'
import { Parcels } from './parcels.ts'

let server: Server
let url: string
beforeEach(async () => {
  server = createServer((request, response) => {
    const said = { [PARCEL_SIZE]: '1234' }
    const isUntold = request.url?.includes('untold')
    response.writeHead(200, isUntold ? {} : said).write('the beginning of one')
  })
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
    const offered = parcels.ask(document)
    const [, response] = await asked
    const given = once(response, 'close')
    const coming = (await offered)?.take()
    parcels.stop()
    expect(await coming).toBeNull()
    await given
  }
  expect(parcels.areOffered).toBe(true)
})

test('C10: an offer says how great it is, where the server does; what is taken after the stop does not come', async () => {
  const parcels = new Parcels({ url, maker: 'one' })
  const [told, untold] = [await parcels.ask('told'), await parcels.ask('untold')]
  expect([told?.size, untold?.size]).toEqual([1234, Number.POSITIVE_INFINITY])
  parcels.stop()
  expect([await told?.take(), await untold?.take()]).toEqual([null, null])
})
