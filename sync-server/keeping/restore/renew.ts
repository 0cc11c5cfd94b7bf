import { Failure } from '../../../shared/errors.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { createAccounts } from '../../accounts/accounts.ts'
import { closeAllWays } from '../../accounts/restored.ts'
import { makeLog } from '../../log/log.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { JournalRow, Restoration, Storage } from '../../storage/storage.ts'
import { SERVER } from '../../sync/sync.ts'
import { packed } from '../../sync/upkeep/compact.ts'

/** An update that changes nothing: no structs, no deletions. */
const NOTHING = Uint8Array.of(0, 0)

/**
 * Makes of a backup's files a company that goes on: each document is a generation that no device has, with a number that
 * none was given, so that every device fetches it and brings what it lacks (sync/SPEC J21). Gives the documents that are
 * damaged: they stay as they are.
 */
export async function renewCompany(folder: string, restoration: Restoration): Promise<string[]> {
  await renewAccounts(folder)
  return renewStorage(folder, restoration)
}

/** As `renewCompany`, without the accounts. */
export async function renewStorage(folder: string, restoration: Restoration): Promise<string[]> {
  const storage = await openStorage(folder)
  try {
    await storage.restored(restoration)
    await storage.phones.voidKeys()
    return await renewDocuments(storage, restoration.at)
  } finally {
    await storage.close()
  }
}

async function renewAccounts(folder: string): Promise<void> {
  const accounts = await createAccounts({ folder, log: makeLog({ level: 'silent' }) })
  try {
    await closeAllWays(accounts)
  } finally {
    await accounts.close()
  }
}

async function renewDocuments(storage: Storage, at: number): Promise<string[]> {
  const names = (await storage.documents()).map(({ document }) => document)
  const clock = new Clock(SERVER, () => at)
  await storage.append({ rows: names.map((document) => emptyRow(document, at)), numbers: [] }, () => [])
  const damaged: string[] = []
  for (const name of names) if (!(await renew(storage, name, clock.tick()))) damaged.push(name)
  return damaged
}

async function renew(storage: Storage, name: string, generation: string): Promise<boolean> {
  try {
    const stored = await storage.load(name)
    return await storage.pack(name, stored, { generation, state: packed(stored, generation) })
  } catch (error) {
    // A RangeError: updates are missing, or a record would read otherwise. Nothing of it is thrown away.
    const isDamage = error instanceof RangeError || (error instanceof Failure && error.code === 'document-damaged')
    if (!isDamage) throw error
    return false
  }
}

function emptyRow(document: string, at: number): JournalRow {
  return { document, user: SERVER, replica: SERVER, at, update: NOTHING, audit: [] }
}
