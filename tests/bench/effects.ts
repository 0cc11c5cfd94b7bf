import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../support/databases/postgres.ts'
import { fill, type Walk, walkFeed, walkTable } from './effects/heard.ts'
import { ledger, type Queue, tableInFile, tableInPostgres } from './effects/queue.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile } from './result.ts'

export const name = 'What agents do and hear'

const JOBS = 4000
/** Over PostgreSQL, whose answers come over a line, so many work at once. */
const WORKERS = 8
const ROUNDS = 3
const ROWS = 100_000
const PAGE = 500
/** A page holds up nobody for longer, ms. */
const PAGE_WITHIN = 100

/** The ledger beside tables of jobs by hand, on the same disk and the same server of PostgreSQL; the feed beside the bare statement. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-effects-'))
  const postgres = await startPostgres({ syncs: true })
  try {
    const figures = [
      ...(await besides('SQLite', 1, (round) => inFile(join(folder, `file-${round}`)))),
      ...(await besides('PostgreSQL', WORKERS, async () => inPostgres(await postgres.create()))),
      ...(await heard(join(folder, 'feed'))),
    ]
    return { about: ABOUT, figures }
  } finally {
    await postgres.close()
    rmSync(folder, { recursive: true })
  }
}

const ABOUT = `${JOBS} jobs, each claimed and settled, every step on the disk before it is answered (WAL, synchronous=FULL; PostgreSQL with fsync). Beside the ledger, which is asked for one key and keeps it for good, a table of jobs by hand, whose workers take whichever is free: over better-sqlite3 one worker, over PostgreSQL ${WORKERS} by \`FOR UPDATE SKIP LOCKED\`. The turns of the ledger go one after the other in all of PostgreSQL. Then ${ROWS.toLocaleString('en')} rows of the trail as an agent hears them, ${PAGE} on a page, and as the bare statement gives them. Median of ${ROUNDS} rounds.`

interface Pair {
  readonly ours: Queue
  readonly peer: Queue
}

async function besides(
  kind: string,
  workers: number,
  pairOf: (round: number) => Promise<Pair>,
): Promise<BenchFigure[]> {
  const [ours, peers]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const { ours: ledger, peer } = await pairOf(round)
    ours.push(await rateOf(ledger, workers))
    peers.push(await rateOf(peer, workers))
    await Promise.all([ledger.close(), peer.close()])
  }
  const [mine, other] = [median(ours), median(peers)]
  return [
    { what: `${kind}: claimed and settled by the ledger`, value: `${mine.toFixed(0)} a second` },
    { what: `${kind}: by a table of jobs`, value: `${other.toFixed(0)} a second` },
    { what: `${kind}: ledger / table`, value: `${(mine / other).toFixed(2)} times` },
  ]
}

/** Jobs a second. */
async function rateOf(queue: Queue, workers: number): Promise<number> {
  const jobs = JOB_KEYS[Symbol.iterator]()
  const began = performance.now()
  const work = async () => {
    for (const job of jobs) await queue.work(job)
  }
  await Promise.all(Array.from({ length: workers }, work))
  return JOBS / ((performance.now() - began) / 1000)
}

const JOB_KEYS = Array.from({ length: JOBS }, (_, i) => `rule-7/move-${i}/action-1/0`)

async function inFile(folder: string): Promise<Pair> {
  const ours = await ledger({ folder })
  return { ours, peer: tableInFile(folder, JOB_KEYS) }
}

async function inPostgres(url: string): Promise<Pair> {
  return { ours: await ledger({ url }), peer: await tableInPostgres(url, JOB_KEYS) }
}

async function heard(folder: string): Promise<BenchFigure[]> {
  await fill(folder, ROWS)
  const [ours, bare]: [Walk[], Walk[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await walkFeed(folder, PAGE))
    bare.push(walkTable(folder, PAGE))
  }
  const pages = ours.flatMap((walk) => walk.pages)
  return [
    { what: 'rows heard', value: `${rateOfWalks(ours).toFixed(0)} a second` },
    { what: 'by the bare statement', value: `${rateOfWalks(bare).toFixed(0)} a second` },
    { what: 'heard / bare', value: `${(rateOfWalks(ours) / rateOfWalks(bare)).toFixed(2)} times` },
    { what: 'a page, median', value: milliseconds(median(pages)) },
    below('a page, p99', quantile(pages, 0.99), 'ms', PAGE_WITHIN),
  ]
}

/** Rows a second, of the round in the middle. */
function rateOfWalks(walks: readonly Walk[]): number {
  return median(walks.map(({ rows, pages }) => rows / (pages.reduce((sum, ms) => sum + ms, 0) / 1000)))
}
