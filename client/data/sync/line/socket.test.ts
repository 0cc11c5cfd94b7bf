import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, test } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { openSocket, type Socket } from './socket.ts'

const SILENCE = 200
/** RFC 6455, 1.3. */
const PROOF = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
/** One byte, 9: a ping of the library's own, by which it hears that somebody is there. */
const PING = new Uint8Array([0x82, 1, 9])

let server: Server
let socket: Socket
let lines: Duplex[]
/** What is said on each line that opens; behind that it is dead, and nothing of its ending comes back either. */
let firstWords: Uint8Array[]

beforeEach(async () => {
  lines = []
  firstWords = []
  server = createServer()
  server.on('upgrade', ({ headers }, line) => {
    lines.push(line)
    const proof = createHash('sha1').update(`${headers['sec-websocket-key']}${PROOF}`).digest('base64')
    const answer = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade']
    line.write([...answer, `sec-websocket-accept: ${proof}`, '', ''].join('\r\n'))
    for (const words of firstWords) line.write(words)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  socket.close()
  for (const line of lines) line.destroy()
  server.close()
  await once(server, 'close')
})

/** Opens a line; gives what was told of it. */
function open(): boolean[] {
  const told: boolean[] = []
  socket = openSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, undefined, SILENCE)
  socket.observe((isOpen) => told.push(isOpen))
  return told
}

test('J40: a line that opens and says nothing is given up, and begun again', async () => {
  const told = open()
  await eventually(() => told.indexOf(true) >= 0 && told.lastIndexOf(false) > told.indexOf(true)).toBe(true)
  await eventually(() => lines.length).toBeGreaterThan(1)
})

test('J40: so is one that falls silent after its first word', async () => {
  firstWords = [PING]
  const told = open()
  await eventually(() => told.indexOf(true) >= 0 && told.lastIndexOf(false) > told.indexOf(true)).toBe(true)
  await eventually(() => lines.length).toBeGreaterThan(1)
})
