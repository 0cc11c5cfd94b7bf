import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { databasesIn } from '../../databases.ts'
import { makeBackup } from '../../keeping/backup/make.ts'
import { BACKUPS } from '../../options.ts'
import { dataFolder, isHelp, keepingWords, say } from './common.ts'

const OPTIONS = {
  data: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/**
 * `crm backup [--to FOLDER] [--data DIR]`: makes a backup of all that a company is kept in, whether the server runs or
 * not, and prints its folder. Failures as of `makeBackup`.
 */
export async function backup(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'backup')) return
  const data = dataFolder(values.data)
  const { databaseUrl } = databasesIn(process.env)
  const to = values.to ?? join(data, BACKUPS)
  const { folder, damaged } = await makeBackup({ data, databaseUrl, to, now: Date.now() })
  console.log(folder)
  for (const document of damaged) say(keepingWords().documentDamaged, { document })
  if (damaged.length > 0) process.exitCode = 1
}
