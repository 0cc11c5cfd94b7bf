import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Call, calls, phones } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { SERVICE_KEY, startServer } from '../../../sync-server/http/testing/server.ts'
import { setUp } from '../../../sync-server/sync/testing/samples.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { Cache } from '../../runtime/cache/cache.ts'
import { joinServer } from '../../runtime/connection/join.ts'
import { Documents } from '../../runtime/documents/documents.ts'
import { Replica } from '../../runtime/replica.ts'
import { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import { telephony } from '../agent.ts'

/** A manager, and the account that is his. */
export const MAX = { person: 'max', user: 'max-account' } as const

/** A phone of his that is paired. */
export function phoneOf(change: Partial<HeldPhone> = {}): HeldPhone {
  const usual = {
    id: 'phone',
    name: 'Телефон',
    way: 'program',
    number: '',
    owner: MAX.user,
    key: 'key-of-phone',
  } as const
  return { ...usual, dials: true, texts: true, isOff: false, settings: null, changed: 0, ...change }
}

/** A company on a real server, a desk that sees its calls, and whoever takes reports. */
export async function openBridgeRoom() {
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
  const server = await startServer()
  await setUp(server.author)
  await server.author.write((tx) => tx.create(people, MAX.person, { name: 'Максим', user: MAX.user }))
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bridge-'))
  const ends: (() => Promise<void> | void)[] = []
  const join_ = async (as: 'cli' | 'agents') => {
    const replica = new Replica(await joinServer({ address: server.url, secret: SERVICE_KEY, as }, 'test'), log)
    ends.push(() => replica.stop())
    return replica
  }
  const ledgerOf = (holder: string, signal: AbortSignal, lease = 60_000) =>
    new LedgerClient({ server: { address: server.url, secret: SERVICE_KEY }, log, holder, signal, lease })
  const desk = await join_('cli')
  let held: readonly HeldPhone[] = []
  const today = documentOf(server.company, calls.family, newId(COMMON, Date.now()))
  await desk.openNamed([today])

  return {
    server,
    folder,
    desk,
    ledgerOf,
    /** Somebody who writes calls under a name of which nothing is said yet. */
    async nameless() {
      const replica = new Replica({ ...desk.pass, replica: await server.storage.addReplica('cli', 'test', 0) }, log)
      ends.push(() => replica.stop())
      await replica.openNamed([today])
      return replica
    },
    /** Somebody who takes reports, as a process that was begun anew. */
    async taker() {
      const replica = await join_('agents')
      const documents = new Documents(replica)
      await documents.start((error) => faults.push(String(error)))
      ends.push(() => documents.stop())
      return { replica, documents }
    },
    /** The phones that there are from now on, as the server says it. */
    async havePhones(...all: readonly HeldPhone[]) {
      const gone = held.filter(({ id }) => !all.some((one) => one.id === id))
      held = all
      await server.author.write((tx) => {
        for (const { id, isOff } of all) {
          tx.create(phones, id, { name: id })
          tx.set(phones, id, { isOff, changed: Date.now() })
        }
        for (const { id } of gone) tx.remove(phones, id)
      })
    },
    /** Begins a bridge, as a process of its own in a folder; where its doors are, and its end. */
    async bridge(change: Partial<Pick<AgentGround, 'phonesAt' | 'phones' | 'log'>> = {}, at = folder) {
      const replica = await join_('agents')
      const documents = new Documents(replica)
      await documents.start((error) => faults.push(String(error)))
      const cache = new Cache(at, log)
      const [stopping, ending] = [new AbortController(), new AbortController()]
      const told = Promise.withResolvers<string>()
      const ground = {
        replica,
        documents,
        cache,
        folder: at,
        log,
        signal: stopping.signal,
        phones: async () => held,
        tellBridge: async ({ url }: { readonly url: string }) => told.resolve(url),
        phonesAt: null,
        ledger: ledgerOf(replica.pass.replica, ending.signal),
        ...change,
      }
      // It sends no letters and hears no feed.
      const over = telephony.run(ground as unknown as AgentGround)
      over.catch(told.reject)
      const stop = async () => {
        if (stopping.signal.aborted) return
        stopping.abort()
        await over
        ending.abort()
        documents.stop()
        replica.stop()
        cache.close()
      }
      ends.push(stop)
      return { url: await told.promise, ground, stop }
    },
    /** Calls as the desk sees them, the earliest first. */
    calls: (): readonly Call[] => [...desk.rows(calls)].sort((one, other) => (one.rang ?? 0) - (other.rang ?? 0)),
    async close() {
      for (const end of ends.reverse()) await end()
      await server.close()
      await rm(folder, { recursive: true })
      if (faults.length > 0) throw new Error(faults.join(''))
    },
  }
}

export type BridgeRoom = Awaited<ReturnType<typeof openBridgeRoom>>
