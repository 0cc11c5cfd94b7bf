import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyOut } from './copy-out.ts'
import { checkIsHere } from './elsewhere.ts'

/**
 * Runs `work` on the data folder, or on a copy, made for it alone, of what stands in the database. Failure company-elsewhere
 * where no database is named, and one keeps the company of the folder.
 */
export async function lookedAt<T>(data: string, url: string | null, work: (folder: string) => T): Promise<T> {
  if (url === null) {
    checkIsHere(data)
    return work(data)
  }
  const folder = await mkdtemp(join(tmpdir(), 'voronka-look-'))
  try {
    await copyOut(url, folder)
    return work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
