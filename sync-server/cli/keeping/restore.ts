import { parseArgs } from 'node:util'
import { Failure } from '../../../shared/errors.ts'
import { fill } from '../../../shared/locales/fill.ts'
import { databasesIn } from '../../databases.ts'
import { restore } from '../../keeping/restore/restore.ts'
import { dataFolder, isHelp, keepingWords, say } from './common.ts'

const OPTIONS = {
  data: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/**
 * `crm restore --from BACKUP [--data DIR]`: puts a backup in the place of what stands in a data folder, which goes aside.
 * Failures as of `restore`.
 */
export async function restoreBackup(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'restore')) return
  if (values.from === undefined) throw new Failure('field-required', { field: '--from' })
  const data = dataFolder(values.data)
  const { manifest, aside, damaged, erased } = await restore({
    from: values.from,
    data,
    ...databasesIn(process.env),
    now: Date.now(),
  })
  const { restored, asideIn, afterRestore, erasedAgain, documentDamaged } = keepingWords()
  console.log(fill(restored, { data, made: new Date(manifest.made).toLocaleString(), ...manifest.counts }))
  if (aside !== null) console.log(fill(asideIn, { aside }))
  console.log(afterRestore)
  if (erased > 0) console.log(fill(erasedAgain, { count: erased }))
  for (const document of damaged) say(documentDamaged, { document })
  if (damaged.length > 0) process.exitCode = 1
}
