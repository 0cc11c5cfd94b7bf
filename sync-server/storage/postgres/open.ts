import { COMPANY_LENGTH, randomName } from '../names.ts'
import type { Storage } from '../storage.ts'
import { documentMarks, generationOf, loadDocument, reachedBy } from './documents.ts'
import { effectTable } from './effects.ts'
import { mailAccountTable } from './mail/accounts.ts'
import { mailLedger } from './mail/ledger.ts'
import { migrate } from './migrate.ts'
import { noteNumbered, showNumbers, unnumberedOrders } from './numbers.ts'
import { openPool, type Pool } from './pool.ts'
import { replicaTable } from './replicas.ts'
import { restorationTable } from './restorations.ts'
import { sendingTable } from './sending.ts'
import { servicesTable } from './services.ts'
import { phoneTables } from './telephony/phones.ts'
import { Membership } from './together/membership.ts'
import { turns } from './together/turns.ts'
import { feedOf } from './trail/feed.ts'
import { scrub } from './trail/retelling.ts'
import { searchTrail } from './trail/search.ts'
import { trails } from './trail/trails.ts'
import { indexTrail } from './trail/words.ts'

/** Opens the storage at a `postgres://` address, making its tables where they are missing. Any number of processes may. */
export async function openPostgres(url: string): Promise<Storage> {
  const self = crypto.randomUUID()
  const pool = openPool(url)
  await migrate(pool)
  const replicas = replicaTable(pool)

  return {
    company: await companyOf(pool),
    place: { databaseUrl: url },
    effects: effectTable(pool),
    sending: sendingTable(pool),
    services: servicesTable(pool),
    mailLedger: mailLedger(pool),
    mailAccounts: mailAccountTable(pool),
    phones: phoneTables(pool),
    ...turns(pool, self),
    ...trails(pool),
    ...restorationTable(pool),
    scrub: () => scrub(pool),
    load: (document) => loadDocument(pool, document),
    join: async (member) => {
      const membership = new Membership(url, self, member)
      await membership.begin()
      return () => membership.leave()
    },
    reached: (document) => reachedBy(pool, document),
    generation: (document) => generationOf(pool, document),
    documents: () => documentMarks(pool),
    unnumbered: () => unnumberedOrders(pool),
    noteNumbered: (upto) => noteNumbered(pool, upto),
    showNumbers: (lost) => showNumbers(pool, lost),
    addReplica: replicas.add,
    replica: replicas.one,
    replicas: replicas.all,
    searchTrail: (search, before, limit) => searchTrail(pool, search, before, limit),
    feed: (asked) => feedOf(pool, asked),
    indexTrail: (limit) => indexTrail(pool, limit),
    close: () => pool.end(),
  }
}

/** Of several that begin at once the first gives the name: the table takes one row. */
async function companyOf(pool: Pool): Promise<string> {
  await pool.query('INSERT INTO company (id) VALUES ($1) ON CONFLICT (one) DO NOTHING', [randomName(COMPANY_LENGTH)])
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM company')
  return rows[0]?.id ?? ''
}
