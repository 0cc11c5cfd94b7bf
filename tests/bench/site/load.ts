import { setTimeout as after } from 'node:timers/promises'
import { quantile } from '../result.ts'
import { HttpLine } from './line.ts'

/** What is asked of whom. */
export interface Asked {
  readonly port: number
  /** The request of a number, which never comes twice. */
  readonly request: (n: number) => string
  /** What each of them has to be answered with. */
  readonly status: number
  /** How many a second come in a steady stream. */
  readonly rate: number
}

export interface Load {
  readonly perSecond: number
  /** Of each answer to the steady stream, from when it was to be asked, ms. */
  readonly p95: number
}

/** Visitors at once. */
export const LINES = 16

type Ask = (line: HttpLine) => Promise<void>

/** How many are answered in a time, ms, by lines that ask again at once; then how quickly a steady stream of them is. `next`: the first number that was not asked. */
export function load(asked: Asked, ms: number, from: number): Promise<Load & { readonly next: number }> {
  let n = from
  return overLines(asked, async (lines, ask) => {
    const counted: Ask = (line) => ask(line, n++)
    const end = performance.now() + ms
    const took = await timed(() => allAtOnce(lines, counted, () => performance.now() < end))
    const perSecond = ((n - from) * 1000) / took
    return { perSecond, p95: quantile(await steady(lines, counted, asked.rate, ms), 0.95), next: n }
  })
}

/** How many a second are answered of so many that are asked once each, from 0 on. */
export function loadOnce(asked: Asked, count: number): Promise<number> {
  let n = 0
  return overLines(asked, async (lines, ask) => {
    const took = await timed(() =>
      allAtOnce(
        lines,
        (line) => ask(line, n++),
        () => n < count,
      ),
    )
    return (count * 1000) / took
  })
}

async function overLines<T>(
  { port, request, status }: Asked,
  use: (lines: readonly HttpLine[], ask: (line: HttpLine, n: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const lines = await Promise.all(Array.from({ length: LINES }, () => HttpLine.to(port)))
  try {
    return await use(lines, async (line, n) => {
      const answer = await line.ask(request(n))
      if (answer.status !== status) throw new Error(`Answered with ${answer.status}: ${answer.bytes.toString()}`)
    })
  } finally {
    for (const line of lines) line.close()
  }
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

async function allAtOnce(lines: readonly HttpLine[], ask: Ask, goesOn: () => boolean): Promise<void> {
  const run = async (line: HttpLine) => {
    while (goesOn()) await ask(line)
  }
  await Promise.all(lines.map(run))
}

/** So many a second, each at its time: who finds all lines taken waits for one, and his time runs. Gives the time of each, ms. */
async function steady(lines: readonly HttpLine[], ask: Ask, rate: number, ms: number): Promise<number[]> {
  const [took, began]: [number[], number] = [[], performance.now()]
  const count = (ms * rate) / 1000
  let next = 0
  const run = async (line: HttpLine) => {
    for (let at = next++; at < count; at = next++) {
      const due = began + (at * 1000) / rate
      const early = due - performance.now()
      if (early > 0) await after(early)
      await ask(line)
      took.push(performance.now() - due)
    }
  }
  await Promise.all(lines.map(run))
  return took
}
