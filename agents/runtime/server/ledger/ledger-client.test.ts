import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readOptions } from '../../../../sync-server/options.ts'
import { type Running, serve } from '../../../../sync-server/serve.ts'
import { type Relay, startRelay } from '../../../../tests/support/relay/relay.ts'
import { readServiceKey } from '../../connection/join.ts'
import { LeaseLost } from './lease.ts'
import { LedgerClient, type LedgerOptions } from './ledger-client.ts'

const log = pino({ level: 'silent' })
let folder: string
let server: Running
let relay: Relay
let secret: string
const ending = new AbortController()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-ledger-'))
  server = await serve(readOptions(['--data', folder, '--port', '0', '--host', '127.0.0.1']), log)
  relay = await startRelay({ target: server.port })
  secret = await readServiceKey(folder)
})
afterEach(async () => {
  await relay.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** A run of agents under a name. */
function run(holder: string, change: Partial<LedgerOptions> = {}): LedgerClient {
  const address = `http://127.0.0.1:${relay.port}`
  const patience = { first: 5, most: 50 }
  return new LedgerClient({ server: { address, secret }, log, holder, signal: ending.signal, patience, ...change })
}

test('RT8: an effect is brought about by one, and settled; the others learn what came of it', async () => {
  const runs = ['A', 'B', 'C'].map((name) => run(name))
  let done = 0
  const all = await Promise.all(
    runs.flatMap((one) =>
      Array.from({ length: 20 }, (_, i) =>
        one.perform(`key${i}`, 'repeat', async () => {
          done++
          return `outcome ${i}`
        }),
      ),
    ),
  )
  expect(done).toBe(20)
  expect(all.filter(({ is }) => is === 'done')).toHaveLength(20)
  const later = await run('D').perform('key7', 'once', () => expect.unreachable())
  expect(later).toEqual({ is: 'settled', outcome: 'outcome 7' })
})

test('RT8: acts of one turn go in one request, whatever their size and number', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const one = run('A')
  await Promise.all(Array.from({ length: 150 }, (_, i) => one.claim(`key${i}`, 'once')))
  expect(asked).toHaveBeenCalledTimes(1)
  await Promise.all(Array.from({ length: 250 }, (_, i) => one.claim(`${'k'.repeat(290)}${i}`, 'once')))
  expect(asked.mock.calls.length).toBeLessThan(6)
  vi.restoreAllMocks()
})

test('RT8: a lease is renewed as long as the work takes, so that nobody else begins it', async () => {
  const working = Promise.withResolvers<string>()
  const work = run('A', { lease: 1500 }).perform('key', 'repeat', () => working.promise)
  const ends = new Set<number>()
  const others = async () => {
    const claimed = await run(`B${ends.size}`).claim('key', 'repeat')
    if (claimed.is === 'held') ends.add(claimed.until)
    return ends.size
  }
  // It ended later and later: five leases are longer than the first would have been.
  await expect.poll(others).toBeGreaterThan(5)
  working.resolve('late')
  expect(await work).toEqual({ is: 'done', outcome: 'late' })
})

test('RT8: who cannot renew stops, and what another settled meanwhile stands', async () => {
  const one = run('A', { lease: 200 })
  const stopped = Promise.withResolvers<unknown>()
  const work = one.perform('key', 'repeat', async ({ signal }) => {
    relay.cut()
    signal.addEventListener('abort', () => stopped.resolve(signal.reason))
    await stopped.promise
    return 'ours'
  })
  expect(await stopped.promise).toBeInstanceOf(LeaseLost)
  const other = run('B', { server: { address: `http://127.0.0.1:${server.port}`, secret } })
  await expect.poll(() => other.perform('key', 'repeat', async () => 'theirs')).toMatchObject({ is: 'done' })
  relay.restore()
  expect(await work).toEqual({ is: 'lost', outcome: 'ours' })
  expect(await run('C').claim('key', 'repeat')).toEqual({ is: 'settled', outcome: 'theirs' })
})

test('RT8: work that fails is given back where it may be repeated; done once it stays in doubt', async () => {
  const one = run('A', { lease: 100 })
  const fail = () => Promise.reject(new RangeError('failed'))
  await expect(one.perform('mail', 'repeat', fail)).rejects.toThrow('failed')
  expect(await run('B').claim('mail', 'repeat')).toMatchObject({ is: 'yours' })
  await expect(one.perform('sms', 'once', fail)).rejects.toThrow('failed')
})

test('RT8: the next run takes up at once what the last had begun and may be repeated; what is done once is in doubt at once', async () => {
  const last = run('A')
  await last.claim('mail', 'repeat')
  await last.claim('sms', 'once')
  const next = run('A')
  expect(await next.claim('mail', 'repeat')).toMatchObject({ is: 'yours' })
  expect(await run('B').claim('sms', 'once')).toMatchObject({ is: 'held' })
  expect(await next.claim('sms', 'once')).toEqual({ is: 'doubtful' })
  expect(await run('B').claim('mail', 'repeat')).toMatchObject({ is: 'held' })
  expect(await next.claim('mail', 'repeat')).toMatchObject({ is: 'held' })
})

test('RT8: an answer that was lost is asked for again, and the effect is still ours', async () => {
  const one = run('A')
  for (let i = 0; i < 20; i++) {
    const cut = relay.cutAfter(150 + i * 40)
    const performed = one.perform(`key${i}`, 'once', async () => 'sent')
    await Promise.race([cut, performed])
    relay.restore()
    expect(await performed).toEqual({ is: 'done', outcome: 'sent' })
  }
})
