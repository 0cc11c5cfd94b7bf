import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSync } from '../../../../sync-server/sync/testing/sync-server.ts'
import { HALVED, spoilIn } from '../../../../tests/support/spoil.ts'
import { startCompany } from './company.ts'
import { restoring } from './restored.ts'

/** A company on a server whose disk can be damaged; `end` stops it all. */
export async function damaging() {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-damaged-'))
  const company = await startCompany({ folder })
  const backups = restoring(company)
  return {
    company,
    ...backups,
    /** The server stops, what it journalled last of a document is cut, and it starts again. */
    async damage(document: string): Promise<void> {
      await company.move(async () => {
        if (!spoilIn(folder, document, HALVED)) throw new Error(`nothing is journalled of ${document}`)
        return startSync({ folder })
      })
    },
    async end(): Promise<void> {
      await company.stop()
      backups.end()
      rmSync(folder, { recursive: true })
    },
  }
}
