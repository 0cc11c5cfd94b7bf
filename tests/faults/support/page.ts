import { type Fault, TABLE } from './table.ts'

/** By the start of a row, what stands in its last cell. */
export type Results = ReadonlyMap<string, string>

const HEAD = [
  '# Faults',
  '',
  'What may go wrong, what is promised then, and the test that holds it. `npm test` tries each shortly; `npm run faults` tries those of tests/faults at length and writes the last column of this page.',
  'All else is written by hand in tests/faults/support/table.ts; a test compares the two.',
  '',
  '| what goes wrong | what is promised | test | last long run |',
  '| --- | --- | --- | --- |',
]

/** A row of the page up to its result. */
export function startOf({ fault, promise, file }: Fault): string {
  return `| ${fault} | ${promise} | [${file.split('/').at(-1)}](../${file}) |`
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
