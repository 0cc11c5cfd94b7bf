import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../../shared/errors.ts'
import { makeLog } from '../log/log.ts'
import { readOptions } from '../options.ts'
import { announcedAddress } from '../running.ts'
import { serve } from '../serve.ts'
import { FolderInUse, lockFolder } from '../storage/sqlite/folder-lock.ts'
import { trusting } from '../tls/trusting.ts'
import { languageOf } from './sentence.ts'

/** The program that imports: a replica of its own, which reaches the server as any device does. */
const IMPORTER = join(import.meta.dirname, '../../agents/importer/main.ts')

const OPTIONS = {
  data: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  rules: { type: 'boolean', default: false },
} as const

/** A server to import into: one that runs already, or one that runs for as long as the import does. */
interface Host {
  readonly address: string
  stop(): Promise<void>
}

/**
 * `crm import MAPPING.json [--data DIR] [--dry-run] [--json] [--rules]`: imports the files that a mapping names. Works whether the
 * server runs or not. The exit code is 0 also when rows were refused and the rest went in, 2 for a mapping or files that
 * cannot be read, 1 for all else. Failures: field-required, server-unreachable.
 */
export async function importFiles(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [mapping] = positionals
  if (mapping === undefined) throw new Failure('field-required', { field: 'MAPPING.json' })
  const data = values.data ?? process.env.VORONKA_DATA ?? 'data'
  const host = await hostOf(data)
  try {
    const flags = (['dry-run', 'json', 'rules'] as const).filter((name) => values[name]).map((name) => `--${name}`)
    process.exitCode = await runImporter(data, [mapping, '--data', data, '--url', host.address, ...flags])
  } finally {
    await host.stop()
  }
}

async function hostOf(data: string): Promise<Host> {
  if (isFree(data)) {
    const options = readOptions(['--data', data, '--host', '127.0.0.1', '--port', '0'])
    const { port, stop } = await serve(options, makeLog({ level: 'silent' }))
    return { address: `http://127.0.0.1:${port}`, stop }
  }
  const address = announcedAddress(data)
  if (address === null) throw new Failure('server-unreachable', { data })
  return { address, stop: async () => undefined }
}

/** Whether no server runs on the data folder. */
function isFree(data: string): boolean {
  try {
    lockFolder(data).release()
    return true
  } catch (error) {
    if (error instanceof FolderInUse) return false
    throw error
  }
}

async function runImporter(data: string, args: readonly string[]): Promise<number> {
  const language = languageOf(process.env)
  const child = spawn(process.execPath, [IMPORTER, ...args, '--language', language], {
    env: { ...process.env, ...trusting(data) },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
