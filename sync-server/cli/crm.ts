import { Failure } from '../../shared/errors.ts'
import { optionFailure } from './options.ts'
import { languageOf, sentenceOf } from './sentence.ts'

/** Gets the arguments after its name; throws a Failure where it cannot do what they ask. */
type Command = (args: readonly string[]) => Promise<void>

/** `npm run crm -- <command> …`: each command with its module, which is loaded when it is called for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  backup: async () => (await import('./keeping/backup.ts')).backup,
  erase: async () => (await import('./erase.ts')).erasePerson,
  export: async () => (await import('./keeping/export.ts')).exportFolder,
  files: async () => (await import('./keeping/files.ts')).lookAfterFiles,
  import: async () => (await import('./import.ts')).importFiles,
  funnel: async () => (await import('./funnel/funnel.ts')).runFunnel,
  restore: async () => (await import('./keeping/restore.ts')).restoreBackup,
  verify: async () => (await import('./keeping/verify.ts')).verifyFolder,
  'reset-password': async () => (await import('./reset-password.ts')).resetPassword,
}

/** Bad input: one sentence on the standard error. What is no Failure is a fault of ours, and Node shows it with its trace. */
const BAD_INPUT = 2

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) throw new Failure('option-unknown', { option: `"${name}" (crm ${Object.keys(COMMANDS).join(' | ')})` })
    const command = await load()
    await command(args)
  } catch (error) {
    const failure = error instanceof Failure ? error : optionFailure(error)
    if (!failure) throw error
    console.error(sentenceOf(failure, languageOf(process.env)))
    process.exitCode = BAD_INPUT
  }
}

await main(process.argv.slice(2))
