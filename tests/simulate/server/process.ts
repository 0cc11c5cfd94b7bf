/** The simulation's server, in a process of its own, so that it can be killed. It is begun by house.ts. */
import { collectionNamed } from '../../../shared/collections.ts'
import { idInKey } from '../../../shared/records/keys/key.ts'
import type { AuditEntry } from '../../../sync-server/storage/storage.ts'
import { startSync } from '../../../sync-server/sync/testing/sync-server.ts'
import { pass, takeClock } from '../clock.ts'
import { docOf } from '../stored.ts'
import type { Ask, Asks, Begin, Books, Question, Reply, Roles, Stored, Take } from './protocol.ts'

/** As pino counts. */
const ERROR = 50
const DAY = 86_400_000
/** Seldom enough that devices are not always fetching anew, often enough that each night packs what is quiet. */
const PACKING = { quiet: 30 * DAY, every: 300 }

const begin = JSON.parse(process.argv[2] ?? '') as Begin
let roles: Roles = begin.roles
takeClock()
let ahead = pass(begin.ahead)

const server = await startSync({
  folder: begin.folder,
  port: begin.port,
  packing: PACKING,
  compactAfter: 40,
  identify: async (headers) => {
    const user = headers.get('cookie') ?? ''
    const role = Object.hasOwn(roles, user) ? roles[user] : undefined
    return role ? { user, role } : null
  },
})

const answers: { readonly [A in Ask]: (take: Take<A>) => Promise<Asks[A]['give']> } = {
  where: async () => ({ url: server.url, company: server.company }),
  replica: ({ user, label }) => server.storage.addReplica(user, label, Date.now()),
  time: async (to) => {
    ahead = pass(to - ahead)
    return null
  },
  roles: async (next) => {
    const changed = Object.keys(next).filter((user) => next[user] !== roles[user])
    roles = next
    for (const user of changed) server.sync.disconnect(user)
    return null
  },
  books: async () => books(),
  packings: async () => {
    const text = await server.registry.getSingleMetricAsString('voronka_packings_total')
    return Number(/total (\d+)/.exec(text)?.[1] ?? 0)
  },
  owed,
  stop: async () => {
    await server.stop()
    return null
  },
}

process.on('message', (question: Question) => void answer(question))
// Whoever began it is gone: it is nobody's.
process.on('disconnect', () => process.exit(0))

async function answer({ number, ask, take }: Question): Promise<void> {
  try {
    const give = await (answers[ask] as (take: unknown) => Promise<unknown>)(take)
    reply({ number, give })
  } catch (error) {
    reply({ number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function reply(message: Reply): void {
  process.send?.(message)
}

async function books(): Promise<Books> {
  const documents: Stored[] = []
  const trail: AuditEntry[] = []
  for (const { document } of await server.storage.documents()) {
    const { state, updates, generation } = await server.storage.load(document)
    const name = document.slice(server.company.length + 1)
    const stored = { name, generation, updates: state ? [state, ...updates] : updates }
    documents.push(stored)
    if (name !== 'shelves') trail.push(...(await trailOf(stored)))
  }
  const troubles = server.logged.filter(isTrouble).map((line) => JSON.stringify(line))
  return { documents, trail, troubles }
}

async function owed(): Promise<string[]> {
  const since = Date.now() - PACKING.quiet
  return (await server.storage.documents())
    .filter(
      ({ document, changed, last, packed }) => changed <= since && last > packed && !document.endsWith('/shelves'),
    )
    .map(({ document }) => document)
}

/** What comes to a document in the moment in which it is packed is refused for now, and comes again. */
function isTrouble({ level, code }: (typeof server.logged)[number]): boolean {
  return level >= ERROR && code !== 'document-closed'
}

/** The whole trail of the records of a document. */
async function trailOf(stored: Stored): Promise<AuditEntry[]> {
  const found: AuditEntry[] = []
  const doc = docOf(stored)
  for (const collection of doc.share.keys()) {
    if (!collectionNamed(collection)) continue
    const records = new Set([...doc.getMap(collection).keys()].map(idInKey))
    for (const record of records) {
      const { entries } = await server.storage.audit({ collection, record }, null, 1_000_000)
      found.push(...entries)
    }
  }
  return found
}
