import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { renewStorage } from '../../../../sync-server/keeping/restore/renew.ts'
import { STORAGE_FILE } from '../../../../sync-server/storage/sqlite/database.ts'
import { startSync, type TestOptions } from '../../../../sync-server/sync/testing/sync-server.ts'
import type { TestCompany } from './company.ts'

/** Backups of a company's storage, and the company put back to them. */
export function restoring(company: TestCompany, options: TestOptions = {}) {
  const root = mkdtempSync(join(tmpdir(), 'voronka-restored-'))
  let count = 0
  const fresh = () => mkdtempSync(join(root, `${++count}-`))
  return {
    /** A backup as the server stands now. */
    backUp(): string {
      const folder = fresh()
      const database = new Database(join(company.server.folder, STORAGE_FILE), { readonly: true })
      database.prepare('VACUUM INTO ?').run(join(folder, STORAGE_FILE))
      database.close()
      return folder
    },
    /** The company stands as of the backup, and its devices find it where it was. */
    async restore(backup: string): Promise<void> {
      const folder = fresh()
      await company.move(async () => {
        cpSync(backup, folder, { recursive: true })
        await renewStorage(folder, { at: Date.now(), backup: Date.now() })
        return startSync({ ...options, folder })
      })
    },
    end: () => rmSync(root, { recursive: true }),
  }
}
