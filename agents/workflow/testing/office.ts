import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import type { CommandArgs } from '../../../shared/commands.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { type Run, runs } from '../../../shared/rules/collections.ts'
import { readOptions } from '../../../sync-server/options.ts'
import { serve } from '../../../sync-server/serve.ts'
import { Cache } from '../../runtime/cache/cache.ts'
import { joinServer, readServiceKey } from '../../runtime/connection/join.ts'
import { runAgents } from '../../runtime/connection/session.ts'
import { Replica } from '../../runtime/replica.ts'
import { workflow } from '../agent.ts'

const log = pino({ level: process.env.LOG ?? 'silent' })
const STATES = ['new', 'made', 'sent'] as const
export type OrderMove = Omit<CommandArgs<'moveOrder'>, 'id'>

/** A real server with a company, somebody who works there, and engines of workflow. */
export async function openOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-workflow-'))
  const server = await serve(readOptions(['--data', folder, '--port', '0', '--host', '127.0.0.1']), log)
  const address = { address: `http://127.0.0.1:${server.port}`, secret: await readServiceKey(folder) }
  const person = await desk(address)
  await setUp(person)
  const engines: Engine[] = []
  return {
    folder,
    address: address.address,
    person,
    /** Another device of the office. */
    desk: () => desk(address),
    /** Starts an engine that listens; one of a name has the cache of the last one of that name. */
    async engine(name = 'one') {
      const engine = startEngine(join(folder, name), address)
      engines.push(engine)
      await engine.listens()
      return engine
    },
    async close() {
      for (const engine of engines) await engine.stop()
      person.stop()
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
type Engine = ReturnType<typeof startEngine>

function startEngine(folder: string, server: { readonly address: string; readonly secret: string }) {
  const stopping = new AbortController()
  const cache = new Cache(folder, log)
  const over = runAgents({ server, agents: [workflow], cache, log, signal: stopping.signal })
  let isStopped = false
  return {
    /** It has looked where the journal ends. */
    async listens() {
      while (cache.place('workflow.memory').read() === null) await after(5)
    },
    async stop() {
      if (isStopped) return
      isStopped = true
      stopping.abort()
      await over
      cache.close()
    },
  }
}

async function desk(address: { readonly address: string; readonly secret: string }): Promise<Replica> {
  const replica = new Replica(await joinServer({ ...address, as: 'cli' }, 'desk'), log)
  await replica.open('setup', 'automation', `customers/${COMMON}`, ...quarterly(Date.now()))
  return replica
}

/** The documents of a quarter. */
function quarterly(time: number): string[] {
  return ['orders', 'runs', 'events'].map((family) => `${family}/${COMMON}/${quarterOf(time)}`)
}

async function setUp(person: Replica): Promise<void> {
  const make = (collection: CommandArgs<'createRecord'>['collection'], id: string, values: object) =>
    person.run('createRecord', { collection, id, values: values as never })
  for (const state of STATES) make('states', state, { name: state })
  const states = Object.fromEntries(STATES.map((state, i) => [state, { place: `a${i}` }]))
  make('kinds', 'sale', { name: 'Sale', sort: 'customer', states })
  make('people', 'max', { name: 'Max', email: 'max@b.test' })
  make('company', 'company', { name: 'Office', zone: 'Europe/Moscow', currency: 'RUB' })
  make('messageTemplates', 'letter', {
    name: 'Letter',
    way: 'letter',
    sort: 'customer',
    subject: 'Order',
    body: 'Made',
  })
  await saved(person)
}

/** Resolves when the server has all that was written. */
export async function saved(replica: Replica, time = Date.now()): Promise<void> {
  const names = ['setup', 'automation', `customers/${COMMON}`, ...quarterly(time)]
  await replica.saved(names.map((rest) => `${replica.pass.company}/${rest}`))
}

/** Makes an order in the first state; its id. */
export function makeOrder(replica: Replica, fields: object = {}, start: Partial<OrderMove> = {}): string {
  const id = newId(COMMON, Date.now())
  const order = { sort: 'customer', customer: null, responsible: 'max', ...fields } as const
  replica.run('createOrder', { id, fields: order, lines: [], start: { kind: 'sale', state: 'new', ...start } })
  return id
}

/** Saves a rule that is on, with these actions. */
export async function makeRule(
  replica: Replica,
  id: string,
  values: CommandArgs<'saveRule'>['values'],
  actions: NonNullable<CommandArgs<'saveRule'>['actions']>,
): Promise<void> {
  const base = { name: id, on: true, start: 'changesState', sort: 'customer' } as const
  replica.run('saveRule', { id, values: { ...base, ...values }, actions, others: [] })
  await saved(replica)
}

/** The runs that a replica sees, by when they happened. */
export function runsIn(replica: Replica): readonly Run[] {
  return [...replica.rows(runs)].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}
