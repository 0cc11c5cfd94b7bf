import { type BenchFigure, median, milliseconds, times } from './result.ts'

/** How many times as fast as its peers ours is to be. */
const TIMES = 10
const ROUNDS = 15
/** Ours takes so much less that it is asked so many times for each time of the others. */
const OURS = 3

/** Ways to one answer. */
export interface Contenders {
  readonly ours: () => unknown
  readonly sqlite: () => unknown
  readonly postgres: () => Promise<unknown>
}

/** Asks all in turns, so that they have the same weather, and sets the medians side by side. */
export async function sideBySide(what: string, { ours, sqlite, postgres }: Contenders): Promise<BenchFigure[]> {
  const [own, lite, post]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    own.push(...times(OURS, ours))
    lite.push(...times(1, sqlite))
    const began = performance.now()
    await postgres()
    post.push(performance.now() - began)
  }
  const mine = median(own)
  return [
    { what: `${what}, over the columns, median`, value: milliseconds(mine) },
    { what: 'the same in SQLite, in memory, median', value: milliseconds(median(lite)) },
    { what: 'times faster than SQLite', ...ratio(median(lite) / mine) },
    { what: 'the same in PostgreSQL, median', value: milliseconds(median(post)) },
    { what: 'times faster than PostgreSQL', ...ratio(median(post) / mine) },
  ]
}

function ratio(times: number): Omit<BenchFigure, 'what'> {
  return { value: `${times.toFixed(1)} ×`, target: `at least ${TIMES} ×`, held: times >= TIMES }
}
