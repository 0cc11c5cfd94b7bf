import { parseArgs } from 'node:util'
import { fill } from '../../../shared/locales/fill.ts'
import { databasesIn } from '../../databases.ts'
import { checkFiles, readManifest } from '../../keeping/backup/manifest.ts'
import { lookedAt } from '../../keeping/database/looked-at.ts'
import type { Problem } from '../../keeping/verify/problem.ts'
import { verify } from '../../keeping/verify/verify.ts'
import { dataFolder, isHelp, keepingWords } from './common.ts'

const OPTIONS = {
  data: { type: 'string' },
  backup: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/**
 * `crm verify [--data DIR | --backup BACKUP]`: looks a data folder or a backup through, and names what is broken in it.
 * The exit code is 1 where anything is. Failures as of `verify`; of a backup also backup-missing, backup-damaged.
 */
export async function verifyFolder(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'verify')) return
  if (values.backup !== undefined) checkFiles(values.backup, readManifest(values.backup))
  const { databaseUrl } = values.backup === undefined ? databasesIn(process.env) : { databaseUrl: null }
  const folder = values.backup ?? dataFolder(values.data)
  const { documents, records, problems } = await lookedAt(folder, databaseUrl, (copy) => verify(copy, folder))
  const { verified, problem, problemsFound } = keepingWords()
  for (const one of problems) console.log(fill(problem[one.what], placeOf(one)))
  console.log(fill(problems.length === 0 ? verified : problemsFound, { documents, records, count: problems.length }))
  if (problems.length > 0) process.exitCode = 1
}

function placeOf({ document, collection = '', record = '', field = '' }: Problem): Readonly<Record<string, string>> {
  return { document, place: [collection, record, field].filter((part) => part !== '').join(' ') }
}
