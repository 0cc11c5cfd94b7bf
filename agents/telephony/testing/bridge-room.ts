import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Call, calls } from '../../../shared/calls/collections.ts'
import { people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { SERVICE_KEY, startServer } from '../../../sync-server/http/testing/server.ts'
import { setUp } from '../../../sync-server/sync/testing/samples.ts'
import { Documents } from '../../runtime/documents/documents.ts'
import { joinServer } from '../../runtime/join.ts'
import { Replica } from '../../runtime/replica.ts'

/** A manager, and the account that is his. */
export const MAX = { person: 'max', user: 'max-account' } as const

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
  const desk = await join_('cli')
  await desk.openNamed([documentOf(server.company, calls.family, newId(COMMON, Date.now()))])

  return {
    server,
    folder,
    desk,
    /** Somebody who takes reports, as a process that was begun anew. */
    async taker() {
      const replica = await join_('agents')
      const documents = new Documents(replica)
      await documents.start((error) => faults.push(String(error)))
      ends.push(() => documents.stop())
      return { replica, documents }
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
