/**
 * `npm run faults [-- word…]`: the tests of faults at length, or those whose file has a word; what came of it is written into
 * docs/faults.md. VORONKA_SEED draws otherwise.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'
import { SEED } from './support/length.ts'
import { pageOf, resultsIn, startOf } from './support/page.ts'
import { type Fault, TABLE } from './support/table.ts'

/** What vitest reports, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly duration?: number
    }[]
  }[]
}

const PAGE = join(ROOT, 'docs/faults.md')
const REPORT = join(ROOT, '.cache/test/faults-long.json')

const words = process.argv.slice(2)
mkdirSync(dirname(REPORT), { recursive: true })
const files = words.length > 0 ? words.map((word) => `tests/faults/${word}`) : ['tests/faults/']
const child = spawn(
  'vitest',
  ['run', '--project', 'faults', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  { cwd: ROOT, env: { ...toolEnvironment(), VORONKA_LONG: '1' }, stdio: 'inherit' },
)
killAtExit(child, 'SIGTERM')
const [code] = await once(child, 'exit')
note(JSON.parse(readFileSync(REPORT, 'utf8')) as Report)
process.exitCode = typeof code === 'number' ? code : 1

/** Writes what was run into the page; the rest of it stays. */
function note({ testResults }: Report): void {
  const results = new Map(resultsIn(readFileSync(PAGE, 'utf8')))
  for (const { name, assertionResults } of testResults) {
    for (const one of assertionResults) {
      const row = rowOf(relative(ROOT, name), one.title)
      if (row && one.status !== 'skipped') results.set(startOf(row), resultOf(one))
    }
  }
  writeFileSync(PAGE, pageOf(results))
}

function rowOf(file: string, title: string): Fault | undefined {
  // What a name is filled in with is told by the test alone.
  return TABLE.find((row) => row.file === file && title.startsWith(row.test.split('%')[0] ?? ''))
}

function resultOf({ title, status, duration = 0 }: Report['testResults'][number]['assertionResults'][number]): string {
  const often = /(\d+) times/.exec(title)?.[0]
  const words = [new Date().toISOString().slice(0, 10), `seed ${SEED}`, ...(often ? [often] : []), status]
  return `${words.join(', ')}, ${Math.round(duration / 1000)} s`
}
