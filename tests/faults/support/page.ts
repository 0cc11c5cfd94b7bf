import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/root.ts'
import { type Fault, TABLE } from './table.ts'

const PAGE = join(ROOT, 'docs/faults.md')

/** By the start of a row, what stands in its last cell. */
export type Results = ReadonlyMap<string, string>

const HEAD = [
  '# Faults',
  '',
  'What may go wrong, what is promised then, and the test that holds it. `npm test` tries each shortly; `npm run faults` tries those of tests/faults at length, `npm run simulate` lives through thirty days, and both write the last column of this page.',
  'All else is written by hand in tests/faults/support/table.ts; a test compares the two.',
  '',
  '| what goes wrong | what is promised | test | last long run |',
  '| --- | --- | --- | --- |',
]

/** A row of the page up to its result. */
function startOf({ fault, promise, file }: Fault): string {
  return `| ${fault} | ${promise} | [${file.split('/').at(-1)}](../${file}) |`
}

/** The row that a test of a file stands in, by the test's name. */
export function rowOf(file: string, name: string): Fault | undefined {
  // What a name is filled in with is told by the test alone.
  return TABLE.find((row) => row.file === file && name.startsWith(row.test.split(/[%$]/)[0] ?? ''))
}

/** Writes what came of rows into the page; the rest of it stays. */
export function writeResults(came: ReadonlyMap<Fault, string>): void {
  const results = new Map(resultsIn(readFileSync(PAGE, 'utf8')))
  for (const [row, words] of came) results.set(startOf(row), words)
  writeFileSync(PAGE, pageOf(results))
}

/** What a long run came to, as the page says it. `of`: what was run, such as its seed. */
export function resultOf(of: readonly string[], status: string, seconds: number): string {
  return `${[new Date().toISOString().slice(0, 10), ...of, status].join(', ')}, ${Math.round(seconds)} s`
}

/** The whole page. */
export function pageOf(results: Results): string {
  const rows = TABLE.map((fault) => `${startOf(fault)} ${results.get(startOf(fault)) ?? 'short, in every test run'} |`)
  return `${[...HEAD, ...rows].join('\n')}\n`
}

/** The results that stand in a page. */
export function resultsIn(page: string): Results {
  const lines = page.split('\n')
  return new Map(
    TABLE.flatMap((fault) => {
      const start = startOf(fault)
      const line = lines.find((one) => one.startsWith(start))
      return line ? [[start, line.slice(start.length + 1, -2)] as const] : []
    }),
  )
}
