import type Database from 'better-sqlite3'
import type { Batch, JournalRow, Storage } from '../storage.ts'
import { openDatabase, randomName } from './database.ts'
import { documentTables } from './documents.ts'
import { numberTables } from './numbers.ts'
import { replicaTable } from './replicas.ts'
import { trailSearch } from './trail-search.ts'
import { trailWords } from './trail-words.ts'
import { trails } from './trails.ts'

const COMPANY_LENGTH = 12

/** Opens the storage of a data folder, making it where it is missing. The command line may do so beside the server. */
export async function openStorage(folder: string): Promise<Storage> {
  const database = openDatabase(folder)
  const documents = documentTables(database)
  const numbers = numberTables(database)
  const replicas = replicaTable(database)
  const trail = trails(database)
  const words = trailWords(database, trail.standing)
  const searchTrail = trailSearch(database)
  const append = database.transaction(
    (batch: Batch, complete: (given: Map<string, string>) => readonly JournalRow[]) => {
      const given = numbers.assign(batch.numbers)
      return [...batch.rows, ...complete(given)].map(documents.insert)
    },
  )

  return {
    company: companyOf(database),
    load: async (document) => documents.load(document),
    append: async (batch, complete) => append.immediate(batch, complete),
    generation: async (document) => documents.generation(document),
    compact: async (document, from, state) => documents.compact(document, from, state),
    pack: async (document, from, next) => documents.pack(document, from, next),
    documents: async () => documents.marks(),
    unnumbered: async () => numbers.unnumbered(),
    addReplica: async (user, label, at) => replicas.add(user, label, at),
    replica: async (name) => replicas.one(name),
    replicas: async () => replicas.all(),
    addRefusal: async (row) => trail.addRefusal(row),
    refusals: async (limit) => trail.refusals(limit),
    audit: async (record, before, limit) => trail.audit(record, before, limit),
    standing: async (record, paths, before) => trail.standing(record, paths, before),
    searchTrail: async (search, before, limit) => searchTrail(search, before, limit),
    indexTrail: async (limit) => words.index(limit),
    close: async () => {
      database.close()
    },
  }
}

function companyOf(database: Database.Database): string {
  database
    .prepare('INSERT INTO company SELECT ? WHERE NOT EXISTS (SELECT 1 FROM company)')
    .run(randomName(COMPANY_LENGTH))
  return database.prepare<[], string>('SELECT id FROM company').pluck().get() ?? ''
}
