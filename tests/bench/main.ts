/**
 * `npm run bench [-- name… --minutes N]`: measures all rows or the named ones, prints them, and writes each into its part of BENCHMARKS.md. Ends
 * with 1 where a target was not held.
 */
import { parseArgs } from 'node:util'
import { writeBenchmarks } from './report.ts'
import { type Bench, type BenchOptions, told } from './result.ts'

/** The rows, in the order of the report. */
const ROWS: Readonly<Record<string, () => Promise<Bench>>> = {
  funnel: () => import('./funnel.ts'),
  sync: () => import('./sync.ts'),
  office: () => import('./office.ts'),
  sizing: () => import('./sizing.ts'),
  open: () => import('./open.ts'),
  restart: () => import('./restart.ts'),
  agent: () => import('./agent.ts'),
  million: () => import('./million.ts'),
  growth: () => import('./growth.ts'),
  start: () => import('./start.ts'),
  feel: () => import('./feel.ts'),
  many: () => import('./many.ts'),
  import: () => import('./import.ts'),
  customers: () => import('./customers.ts'),
  timeline: () => import('./timeline.ts'),
  calendar: () => import('./calendar.ts'),
  'own-fields': () => import('./own-fields.ts'),
  card: () => import('./card.ts'),
  movements: () => import('./movements.ts'),
  'plan-fact': () => import('./plan-fact.ts'),
  search: () => import('./search.ts'),
  reports: () => import('./reports.ts'),
  segments: () => import('./segments.ts'),
  site: () => import('./site.ts'),
  full: () => import('./full.ts'),
  papers: () => import('./papers.ts'),
  rules: () => import('./rules.ts'),
  workflow: () => import('./workflow.ts'),
  letter: () => import('./letter.ts'),
  mail: () => import('./mail.ts'),
  mailing: () => import('./mailing.ts'),
  calls: () => import('./calls.ts'),
  'call-window': () => import('./call-window.ts'),
  effects: () => import('./effects.ts'),
  'plan-key': () => import('./plan-key.ts'),
  'plan-fill': () => import('./plan-fill.ts'),
  lighthouse: () => import('./lighthouse.ts'),
}

const { values, positionals: asked } = parseArgs({ options: { minutes: { type: 'string' } }, allowPositionals: true })
const options: BenchOptions = values.minutes === undefined ? {} : { minutes: Number(values.minutes) }
const unknown = asked.filter((name) => !Object.hasOwn(ROWS, name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(ROWS).join(', ')}.`)
  process.exit(2)
}

for (const [key, load] of Object.entries(ROWS)) {
  if (asked.length > 0 && !asked.includes(key)) continue
  const bench = await load()
  console.log(`\n${bench.name}`)
  const result = await bench.run(options)
  told(result.figures)
  if (result.figures.some(({ held }) => held === false)) process.exitCode = 1
  await writeBenchmarks(bench.name, result)
}
