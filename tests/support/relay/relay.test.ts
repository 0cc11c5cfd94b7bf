import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Relay, startRelay } from './relay.ts'

let server: Server
let relay: Relay
const clients: Socket[] = []

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  relay = await startRelay({ target: portOf(server), seed: 7 })
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await relay.close()
  server.close()
})

describe('relay', () => {
  test('hands on every byte, both ways, and the end', async () => {
    const client = await open()
    const sent = Buffer.alloc(3_000_000, 'воронка')
    client.end(sent)
    expect(Buffer.concat(await client.toArray()).equals(sent)).toBe(true)
    expect(relay.stats).toMatchObject({ taken: 1, up: sent.length, down: sent.length, garbled: 0 })
    await vi.waitFor(() => expect(relay.stats.open).toBe(0))
  })

  test('a cut drops open lines and refuses new ones until it is restored', async () => {
    const client = await open()
    await echo(client, 'before')
    relay.cut()
    await closed(client)
    await closed(dial())
    expect(relay.stats).toMatchObject({ open: 0, taken: 1, refused: 1, cuts: 1 })
    relay.restore()
    expect(await echo(await open(), 'after')).toBe('after')
  })

  test('a frozen line stays open, lets nothing through, and loses nothing', async () => {
    const client = await open()
    await echo(client, 'before')
    relay.freeze()
    const late = await open()
    client.write('held')
    late.write('held too')
    await vi.waitFor(() => expect(relay.stats.taken).toBe(2))
    expect(relay.stats).toMatchObject({ open: 2, up: 6, down: 6 })
    relay.restore()
    expect(await Promise.all([read(client, 4), read(late, 8)])).toEqual(['held', 'held too'])
  })

  test('cuts after so many bytes, amid a message', async () => {
    const client = await open()
    const cut = relay.cutAfter(10)
    client.write('1234567890 and what never arrives')
    await cut
    await closed(client)
    expect(relay.stats).toMatchObject({ up: 10, down: 0, cuts: 1 })
    await closed(dial())
    expect(relay.stats.refused).toBe(1)
  })

  test('restore takes back a cut that has not come about', async () => {
    const client = await open()
    void relay.cutAfter(3)
    relay.restore()
    expect(await echo(client, 'whole message')).toBe('whole message')
    expect(relay.stats.cuts).toBe(0)
  })

  test('delays each way and keeps the order', async () => {
    const client = await open()
    relay.delay(30)
    const began = performance.now()
    expect(await echo(client, 'there and back')).toBe('there and back')
    expect(performance.now() - began).toBeGreaterThanOrEqual(59)
    relay.delay(1)
    const sent = Buffer.from(Uint32Array.from({ length: 200_000 }, (_, index) => index).buffer)
    client.end(sent)
    expect(Buffer.concat(await client.toArray()).equals(sent)).toBe(true)
  })

  test('garbles the same bytes for the same seed', async () => {
    relay.garble(1)
    const other = await startRelay({ target: portOf(server), seed: 7 })
    other.garble(1)
    const spoiled = [await echo(await open(), 'the same'), await echo(await open(other.port), 'the same')]
    expect(spoiled[0]).toBe(spoiled[1])
    expect(spoiled[0]).not.toBe('the same')
    expect(relay.stats.garbled).toBe(2)
    await other.close()
  })

  test('a target that is away drops the line', async () => {
    server.close()
    await once(server, 'close')
    await closed(dial())
    await vi.waitFor(() => expect(relay.stats.open).toBe(0))
  })
})

function portOf(listening: Server): number {
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

async function open(port = relay.port): Promise<Socket> {
  const client = dial(port)
  await once(client, 'connect')
  return client
}

function dial(port = relay.port): Socket {
  const client = connect(port, '127.0.0.1')
  // A reset is what a cut looks like; `closed` waits for its end.
  client.on('error', () => client.destroy())
  clients.push(client)
  return client
}

async function closed(client: Socket): Promise<void> {
  // Not `once` of node:events, which rejects on the reset that comes first.
  if (!client.closed) await new Promise((resolve) => client.once('close', resolve))
}

function echo(client: Socket, text: string): Promise<string> {
  client.write(text)
  return read(client, Buffer.byteLength(text))
}

async function read(client: Socket, bytes: number): Promise<string> {
  const parts: Buffer[] = []
  client.resume()
  for (let got = 0; got < bytes; got += parts.at(-1)?.length ?? 0) {
    const [part] = await once(client, 'data')
    parts.push(part)
  }
  client.pause()
  return Buffer.concat(parts).toString('latin1')
}
