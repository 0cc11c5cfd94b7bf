import type Database from 'better-sqlite3'
import { COMPANY_LENGTH, randomName } from '../names.ts'
import type { Batch, Complete, Member, Storage, StorageTurn } from '../storage.ts'
import { openDatabase } from './database.ts'
import { documentTables } from './documents.ts'
import { effectTable } from './effects.ts'
import { mailAccountTable } from './mail/accounts.ts'
import { mailLedger } from './mail/ledger.ts'
import { numberTables } from './numbers.ts'
import { replicaTable } from './replicas.ts'
import { restorationTable } from './restorations.ts'
import { proveRoom } from './room.ts'
import { scrubber } from './scrub.ts'
import { sendingTable } from './sending.ts'
import { servicesTable } from './services.ts'
import { phoneTables } from './telephony/phones.ts'
import { feedOf } from './trail/feed.ts'
import { trailSearch } from './trail/search.ts'
import { trails } from './trail/trails.ts'
import { trailWords } from './trail/words.ts'

/** Opens the storage of a data folder, making it where it is missing. The command line may do so beside the server. */
export async function openStorage(folder: string): Promise<Storage> {
  const database = openDatabase(folder)
  const documents = documentTables(database)
  const numbers = numberTables(database)
  const replicas = replicaTable(database)
  const trail = trails(database)
  const restorations = restorationTable(database)
  const words = trailWords(database, trail.standing)
  const searchTrail = trailSearch(database)
  const feed = feedOf(database)
  const scrub = scrubber(database)
  const write = database.transaction((batch: Batch, complete: Complete) => {
    const given = numbers.assign(batch.numbers)
    return [...batch.rows, ...complete(given)].map(documents.insert)
  })
  const append = async (batch: Batch, complete: Complete) => write.immediate(batch, complete)
  const rewriteId = database.prepare('UPDATE company SET id = id')
  const alone = () => ({ last: documents.last(), news: [] })

  return {
    company: companyOf(database),
    place: { folder },
    effects: effectTable(database),
    sending: sendingTable(database),
    services: servicesTable(database),
    mailLedger: mailLedger(database),
    mailAccounts: mailAccountTable(database),
    phones: phoneTables(database),
    load: async (document) => documents.load(document),
    turn: async <T>(_since: number, work: (turn: StorageTurn) => Promise<T>) => await work({ ...alone(), append }),
    append,
    news: async () => alone(),
    // The row's page may fit into what the file of writes has of room already; so what takes room of the disk comes first.
    prove: async () => {
      proveRoom(folder)
      rewriteId.run()
    },
    join: alwaysKeeper,
    reached: async (document) => documents.reached(document),
    generation: async (document) => documents.generation(document),
    compact: async (document, from, state) => documents.compact(document, from, state),
    pack: async (document, from, next) => documents.pack(document, from, next),
    erase: async (document, from, next, trail) => documents.erase(document, from, next, trail),
    scrub: async () => scrub(),
    restored: async (restoration) => restorations.add(restoration),
    restorations: async () => restorations.all(),
    documents: async () => documents.marks(),
    unnumbered: async () => numbers.unnumbered(),
    noteNumbered: async (upto) => numbers.noteNumbered(upto),
    showNumbers: async (lost) => numbers.show(lost),
    addReplica: async (user, label, at) => replicas.add(user, label, at),
    replica: async (name) => replicas.one(name),
    replicas: async () => replicas.all(),
    addRefusal: async (row) => trail.addRefusal(row),
    refusals: async (limit) => trail.refusals(limit),
    audit: async (record, before, limit) => trail.audit(record, before, limit),
    standing: async (record, paths, before) => trail.standing(record, paths, before),
    searchTrail: async (search, before, limit) => searchTrail(search, before, limit),
    feed: async (asked) => feed(asked),
    indexTrail: async (limit) => words.index(limit),
    close: async () => {
      database.close()
    },
  }
}

/** One process serves a data folder (SPEC J16): it hears of no other, and keeps as long as it runs. */
async function alwaysKeeper(member: Member): Promise<() => Promise<void>> {
  await member.keeps()
  return () => member.keepsNoMore()
}

function companyOf(database: Database.Database): string {
  database
    .prepare('INSERT INTO company SELECT ? WHERE NOT EXISTS (SELECT 1 FROM company)')
    .run(randomName(COMPANY_LENGTH))
  return database.prepare<[], string>('SELECT id FROM company').pluck().get() ?? ''
}
