import { parseArgs } from 'node:util'
import { LONGEST_GROUND, whomOf } from '../../shared/erasures/api.ts'
import { Failure } from '../../shared/errors.ts'
import { fill } from '../../shared/locales/fill.ts'
import { databasesIn } from '../databases.ts'
import { askStopped } from '../erasing/asking/ask-stopped.ts'
import { dataFolder, isHelp, keepingWords } from './keeping/common.ts'

const OPTIONS = {
  data: { type: 'string' },
  customer: { type: 'string' },
  contact: { type: 'string' },
  address: { type: 'string' },
  ground: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** As which the trail names who asked. */
const BY = 'cli'

/**
 * `crm erase (--customer ID [--contact ID] | --address TEXT) --ground TEXT [--data DIR]`: asks for a person's data to be erased; the
 * next start of the server does it. Failures field-required, field-value, and as of `askStopped`.
 */
export async function erasePerson(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (isHelp(values, 'erase')) return
  const whom = whomOf(values)
  const ground = values.ground?.trim()
  if (!whom) throw new Failure('field-required', { field: '--customer | --address' })
  if (!ground) throw new Failure('field-required', { field: '--ground' })
  if (ground.length > LONGEST_GROUND) throw new Failure('field-value', { field: '--ground' })
  const data = dataFolder(values.data)
  const id = await askStopped({ ...databasesIn(process.env), data, whom, ground, by: BY, now: Date.now() })
  console.log(fill(keepingWords().toBeErased, { id }))
}
