import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { DICTIONARIES } from '../../shared/locales/dictionaries.ts'
import { fill } from '../../shared/locales/fill.ts'
import { LANGUAGES } from '../../shared/locales/index.ts'
import { joinServer, readServiceKey } from '../runtime/connection/join.ts'
import { Replica } from '../runtime/replica.ts'
import { BadMapping, readMappingFile, readSheets } from './files.ts'
import { type Imported, importFiles } from './import.ts'
import { failureLine, mappingLines, reportLines } from './words.ts'

const LABEL = 'import'
const FAILED = 1
const BAD_MAPPING = 2

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'data' },
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    language: { type: 'string', default: 'ru' },
    'dry-run': { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const words = DICTIONARIES[LANGUAGES.find((one) => one === values.language) ?? 'ru']

/** Imports the files of a mapping into the company of a server that runs on this machine. */
async function main(): Promise<void> {
  const [file = ''] = positionals
  const mapping = await readMappingFile(file)
  const sheets = await readSheets(file, mapping)
  const how = { address: values.url, secret: await readServiceKey(values.data), as: 'cli' } as const
  const replica = new Replica(
    await joinServer(how, `${LABEL} ${mapping.name}`.slice(0, 80)),
    pino({ level: 'warn' }, pino.destination(2)),
  )
  const began = performance.now()
  try {
    const request = { mapping, file, sheets, isDry: values['dry-run'], isHeard: values.rules, onProgress: showProgress }
    show(await importFiles(replica, request), (performance.now() - began) / 1000)
  } finally {
    replica.stop()
  }
}

function show({ report, saved }: Imported, seconds: number): void {
  const end = values['dry-run']
    ? words.importing.dry
    : fill(words.importing.saved, { count: saved, seconds: seconds.toFixed(1) })
  say(values.json ? [JSON.stringify({ ...report, saved, seconds })] : [...reportLines(report, words), end])
}

function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${fill(words.importing.progress, { done, all })}${done === all ? '\n' : ''}`)
}

function say(lines: readonly string[], to: NodeJS.WriteStream = process.stdout): void {
  to.write(`${lines.join('\n')}\n`)
}

function fail(error: unknown): void {
  if (error instanceof BadMapping) say(mappingLines(error.file, error.problems, words), process.stderr)
  else say([failureLine(error, words) ?? String(error instanceof Error ? error.stack : error)], process.stderr)
  process.exitCode = isAboutFiles(error) ? BAD_MAPPING : FAILED
}

function isAboutFiles(error: unknown): boolean {
  if (error instanceof BadMapping) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('file-')
}

await main().catch(fail)
