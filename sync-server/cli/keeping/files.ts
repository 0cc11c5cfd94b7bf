import { parseArgs } from 'node:util'
import { Failure } from '../../../shared/errors.ts'
import { fill } from '../../../shared/locales/fill.ts'
import { databasesIn } from '../../databases.ts'
import { lookThrough, sweep } from '../../keeping/sweep/sweep.ts'
import type { Blob } from '../../keeping/sweep/unnamed.ts'
import { dataFolder, isHelp, keepingWords } from './common.ts'

const OPTIONS = {
  data: { type: 'string' },
  sweep: { type: 'boolean', default: false },
  remove: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/**
 * `crm files --sweep [--remove] [--data DIR]`: names the bytes that no record names and that stand for thirty days, and
 * takes them away with `--remove`. Failures: field-required, and as of `sweep`.
 */
export async function lookAfterFiles(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'files')) return
  if (!values.sweep) throw new Failure('field-required', { field: '--sweep' })
  const sweeping = { data: dataFolder(values.data), databaseUrl: databasesIn(process.env).databaseUrl, now: Date.now() }
  const { named, young, old } = await (values.remove ? sweep : lookThrough)(sweeping)
  const { sweep: words } = keepingWords()
  for (const { path } of old) console.log(path)
  console.log(fill(words.named, told(named)))
  console.log(fill(words.young, told(young)))
  console.log(fill(values.remove ? words.removed : words.old, told(old)))
}

function told(blobs: readonly Blob[]) {
  return { count: blobs.length, bytes: blobs.reduce((sum, { size }) => sum + size, 0) }
}
