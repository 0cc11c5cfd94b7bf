import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../shared/records/keys/id.ts'
import { readOptions } from '../sync-server/options.ts'
import { type Running, serve } from '../sync-server/serve.ts'
import { joinServer, readServiceKey } from './runtime/join.ts'
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
function startAgents(address: string) {
  const child = spawn(process.execPath, [MAIN, '--data', folder, '--url', address])
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

test('the change feed is printed without what stands in it; a stop is clean; the next start is the same replica', async () => {
  const first = startAgents(addressOf(server))
  const { replica } = await first.line(isMessage('listening'))
  const id = await addCustomer('Иванова Анна')
  const told = await first.line((line) => line.msg === 'feed' && line.id === id)
  expect(told).toMatchObject({ collection: 'customers', change: 'made', fields: ['name'] })
  expect(JSON.stringify(first.lines)).not.toContain('Иванова')
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  const second = startAgents(addressOf(server))
  expect((await second.line(isMessage('listening'))).replica).toBe(replica)
})

test('agents that start before the server, or whose server is started anew, go on by themselves', async () => {
  const { port } = server
  await server.stop()
  const agents = startAgents(`http://127.0.0.1:${port}`)
  await agents.line(isMessage('waiting for the server'))
  server = await startServer(port)
  await agents.line(isMessage('listening'))
  await server.stop()
  server = await startServer(port)
  const id = await addCustomer('Бета')
  await agents.line((line) => line.msg === 'feed' && line.id === id)
})
