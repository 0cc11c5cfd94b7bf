/**
 * `npm run faults [-- word…]`: the tests of faults at length, or those whose file has a word; what came of it is written into
 * docs/faults.md. VORONKA_SEED draws otherwise.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'
import { SEED } from './support/length.ts'
import { resultOf, rowOf, writeResults } from './support/page.ts'
import type { Fault } from './support/table.ts'

/** A test that was run. */
interface Tried {
  readonly title: string
  readonly status: string
  /** Milliseconds. */
  readonly duration?: number
}

/** What vitest reports, as far as it is read here. */
interface Report {
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly Tried[] }[]
}

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
writeResults(came(JSON.parse(readFileSync(REPORT, 'utf8')) as Report))
process.exitCode = typeof code === 'number' ? code : 1

/** What came of each row of the table that was tried; several tests may stand in one. */
function came({ testResults }: Report): Map<Fault, string> {
  const tried = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap((one) => {
      const row = one.status === 'skipped' ? undefined : rowOf(relative(ROOT, name), one.title)
      return row ? [{ row, one }] : []
    }),
  )
  const byRow = Map.groupBy(tried, ({ row }) => row)
  return new Map([...byRow].map(([row, of]) => [row, together(of.map(({ one }) => one))]))
}

function together(of: readonly Tried[]): string {
  const often = /(\d+) times/.exec(of[0]?.title ?? '')?.[0]
  const bad = of.find(({ status }) => status !== 'passed')
  const seconds = of.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000
  return resultOf([`seed ${SEED}`, ...(often ? [often] : [])], bad?.status ?? 'passed', seconds)
}
