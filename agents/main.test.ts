import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../shared/customers/collections.ts'
import { newId } from '../shared/records/keys/id.ts'
import { RecordSet } from '../shared/records/reading/record-set.ts'
import { readOptions } from '../sync-server/options.ts'
import { type Running, serve } from '../sync-server/serve.ts'
import { startRelay } from '../tests/support/relay/relay.ts'
import { Cache } from './runtime/cache/cache.ts'
import { joinServer, readServiceKey } from './runtime/connection/join.ts'
import { Replica } from './runtime/replica.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const log = pino({ level: 'silent' })

let folder: string
let server: Running
const running: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-agents-'))
  server = await startServer()
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await server.stop()
  await rm(folder, { recursive: true })
})

function startServer(port = 0): Promise<Running> {
  return serve(readOptions(['--data', folder, '--port', String(port), '--host', '127.0.0.1']), log)
}

type Line = Readonly<Record<string, unknown>>

/** The agents' process, with what it has printed, and a wait for a line. */
function startAgents(address: string, further: readonly string[] = []) {
  const child = spawn(process.execPath, [MAIN, '--data', folder, '--url', address, ...further])
  running.push(child)
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (text) => lines.push(JSON.parse(text)))
  const line = (fits: (line: Line) => boolean) =>
    expect
      .poll(() => lines.find(fits))
      .toBeDefined()
      .then(() => lines.find(fits) ?? {})
  return { child, lines, line }
}

const isMessage = (msg: string) => (line: Line) => line.msg === msg
const addressOf = ({ port }: Running) => `http://127.0.0.1:${port}`

async function addCustomer(name: string): Promise<string> {
  const how = { address: addressOf(server), secret: await readServiceKey(folder), as: 'cli' } as const
  const replica = new Replica(await joinServer(how, 'test'), log)
  await replica.open('customers/common')
  const id = newId('common', Date.now())
  replica.run('createRecord', { collection: 'customers', id, values: { name } })
  await replica.saved([`${server.company}/customers/common`])
  replica.stop()
  return id
}

/** What the agents have kept, once they have ended: names of customers. */
function keptCustomers(data = folder): string[] {
  const cache = new Cache(data, log)
  const doc = new Y.Doc()
  const state = cache.state(`${server.company}/customers/common`)
  if (state) Y.applyUpdate(doc, state)
  cache.close()
  return [...new RecordSet(doc, customers).rows()].map(({ name }) => name ?? '')
}

test('RT3, RT5: a stop is clean; the next start is the same replica, with what was kept; two at once there are not', async () => {
  await addCustomer('Иванова Анна')
  const first = startAgents(addressOf(server))
  const { replica } = await first.line(isMessage('listening'))
  const another = startAgents(addressOf(server))
  expect(await once(another.child, 'exit')).toEqual([1, null])
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  expect(keptCustomers()).toEqual(['Иванова Анна'])
  expect(JSON.stringify([first.lines, another.lines])).not.toContain('Иванова')
  const second = startAgents(addressOf(server))
  expect((await second.line(isMessage('listening'))).replica).toBe(replica)
})

test('RT6: agents that start before the server, or whose server is started anew, go on by themselves', async () => {
  const { port } = server
  await server.stop()
  const relay = await startRelay({ target: port })
  const agents = startAgents(`http://127.0.0.1:${relay.port}`)
  await agents.line(isMessage('waiting for the server'))
  server = await startServer(port)
  await agents.line(isMessage('listening'))
  relay.cut()
  await server.stop()
  server = await startServer(port)
  await addCustomer('Бета')
  relay.restore()
  await agents.line(isMessage('in step again'))
  agents.child.kill('SIGTERM')
  expect(await once(agents.child, 'exit')).toEqual([0, null])
  expect(keptCustomers()).toEqual(['Бета'])
  await relay.close()
})

test('RT13: under a name that the server does not know any more agents go on under another', async () => {
  const first = startAgents(addressOf(server))
  const { replica } = await first.line(isMessage('listening'))
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
  const cache = new Cache(folder, log)
  cache.place('pass').write(JSON.stringify({ replica: 'nobody', company: server.company }))
  cache.place('feed').write('12')
  cache.close()
  const second = startAgents(addressOf(server))
  const listening = await second.line(isMessage('listening'))
  expect(['nobody', replica]).not.toContain(listening.replica)
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
  const after = new Cache(folder, log)
  expect(after.place('feed').read()).toBe('12')
  after.close()
})

test('RT4: what was kept of another company is thrown away', async () => {
  const cache = new Cache(folder, log)
  cache.place('pass').write(JSON.stringify({ replica: 'nobody', company: 'another' }))
  cache.place('feed').write('12')
  cache.close()
  const agents = startAgents(addressOf(server))
  await agents.line(isMessage('listening'))
  agents.child.kill('SIGTERM')
  await once(agents.child, 'exit')
  const after = new Cache(folder, log)
  expect(after.place('feed').read()).toBeNull()
  after.close()
})

test('RT14: on another machine agents have a folder of their own, and the key from a file or the command line', async () => {
  const away = await mkdtemp(join(tmpdir(), 'voronka-away-'))
  const file = join(away, 'key')
  const key = await readServiceKey(folder)
  await writeFile(file, `${key}\n`)
  for (const flag of [`--key-file=${file}`, `--key=${key}`]) {
    const agents = startAgents(addressOf(server), ['--data', away, flag])
    await agents.line(isMessage('listening'))
    agents.child.kill('SIGTERM')
    expect(await once(agents.child, 'exit')).toEqual([0, null])
  }
  const stranger = startAgents(addressOf(server), ['--data', away, '--key=wrong'])
  expect(await once(stranger.child, 'exit')).toEqual([1, null])
  expect(stranger.lines).toContainEqual(expect.objectContaining({ code: 'sign-in-needed' }))
  await rm(away, { recursive: true })
})

test('RT14: an authority of the office’s own is trusted by its certificate, and by nothing else', async () => {
  const office = join(folder, 'office')
  const flags = ['--data', office, '--port', '0', '--host', '127.0.0.1', '--https', '--http-port', '0']
  const secure = await serve(readOptions(flags), log)
  const key = `--key-file=${join(office, 'service.key')}`
  const away = ['--data', join(folder, 'away'), key]
  const address = `https://127.0.0.1:${secure.port}`
  const stranger = startAgents(address, away)
  await stranger.line(isMessage('waiting for the server'))
  stranger.child.kill('SIGTERM')
  await once(stranger.child, 'exit')
  const known = startAgents(address, [...away, `--authority=${join(office, 'tls/authority.pem')}`])
  await known.line(isMessage('listening'))
  known.child.kill('SIGTERM')
  await once(known.child, 'exit')
  await secure.stop()
})
