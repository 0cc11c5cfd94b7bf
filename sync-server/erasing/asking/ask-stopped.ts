import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keysIn, subjectOf, type Whom } from '../../../shared/erasures/person.ts'
import { Failure } from '../../../shared/errors.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import { lockOf } from '../../keeping/restore/restore.ts'
import { openPostgres } from '../../storage/postgres/open.ts'
import { keepServersOut } from '../../storage/postgres/together/membership.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage } from '../../storage/storage.ts'
import { loaded } from '../../sync/upkeep/compact.ts'
import { known, marker } from '../seeking.ts'
import { askedFor } from './asked-for.ts'

interface Company {
  readonly data: string
  readonly databaseUrl: string | null
}

interface Asking extends Company {
  readonly whom: Whom
  readonly ground: string
  /** Who asks. */
  readonly by: string
  readonly now: number
}

/**
 * Notes that a person is to be erased, in a company that no server runs on: the next start does it (SPEC ER15). Gives the record's id.
 * Failures: folder-in-use, file-missing, record-missing, not-a-person, request-shape, document-damaged.
 */
export async function askStopped({ whom, ground, by, now, ...company }: Asking): Promise<string> {
  const mark = marker(company.data)
  const keys = 'address' in whom ? keysIn(whom.address) : []
  if ('address' in whom && keys.length === 0) throw new Failure('request-shape', { field: 'address' })
  const person = 'person' in whom ? whom.person : ({ is: 'address' } as const)
  return await alone(company, async (storage) => {
    const setup = loaded(await storage.load(`${storage.company}/setup`))
    const inSetup: Parameters<typeof known>[2]['inSetup'] = async (one) => [...new RecordSet(setup, one).rows()]
    const { marks } = await known(person, keys.map(mark), { storage, inSetup, mark })
    const id = newEntryId()
    const one = { id, subject: subjectOf(person), by, ground, marks: marks.join(' '), begun: now }
    await askedFor(storage, [one], now)
    return id
  })
}

/** Works with the storage of a company, and keeps servers out meanwhile. */
async function alone<T>({ data, databaseUrl }: Company, work: (storage: Storage) => Promise<T>): Promise<T> {
  const release = databaseUrl === null ? ofFolder(data) : await keepServersOut(databaseUrl)
  if (release === null) throw new Failure('folder-in-use', { folder: data })
  try {
    const storage = await (databaseUrl === null ? openStorage(data) : openPostgres(databaseUrl))
    try {
      return await work(storage)
    } finally {
      await storage.close()
    }
  } finally {
    await release()
  }
}

function ofFolder(data: string): () => Promise<void> {
  const file = join(data, STORAGE_FILE)
  if (!existsSync(file)) throw new Failure('file-missing', { file })
  const lock = lockOf(data)
  return async () => lock.release()
}
