import { parseArgs } from 'node:util'
import { Failure } from '../../../shared/errors.ts'
import { databasesIn } from '../../databases.ts'
import { lookedAt } from '../../keeping/database/looked-at.ts'
import { exportAll } from '../../keeping/export/export.ts'
import { dataFolder, isHelp, keepingWords, say } from './common.ts'

const OPTIONS = {
  data: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/**
 * `crm export --to FOLDER [--data DIR]`: writes all of a company into open files, whether the server runs or not.
 * Failures as of `exportAll`.
 */
export async function exportFolder(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'export')) return
  if (values.to === undefined) throw new Failure('field-required', { field: '--to' })
  const { to } = values
  const { databaseUrl } = databasesIn(process.env)
  const { files, damaged } = await lookedAt(dataFolder(values.data), databaseUrl, (from) => exportAll(from, to))
  for (const [name, lines] of files) console.log(`${name}: ${lines}`)
  for (const document of damaged) say(keepingWords().notExported, { document })
  if (damaged.length > 0) process.exitCode = 1
}
