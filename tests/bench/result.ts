/** What a row of the bench measured. */
export interface BenchResult {
  /** On what, in a sentence or two of Markdown. */
  readonly about: string
  readonly figures: readonly BenchFigure[]
  /** Markdown that belongs with the figures: the query compared with, its plan. */
  readonly details?: string
}

export interface BenchFigure {
  readonly what: string
  /** With its unit. */
  readonly value: string
  /** What it must be, and whether it is; a figure without a target is for information. */
  readonly target?: string
  readonly held?: boolean
}

/** A figure that is held while it is below `most`. */
export function below(what: string, value: number, unit: 'ms' | 'KB', most: number): BenchFigure {
  const shown = unit === 'ms' ? milliseconds(value) : `${value.toFixed(0)} KB`
  return { what, value: shown, target: `under ${most} ${unit}`, held: value < most }
}

/** Prints figures, and gives them on: a long bench tells what it has before it is whole. */
export function told(figures: readonly BenchFigure[]): readonly BenchFigure[] {
  for (const { what, value, target, held } of figures) {
    const verdict = target === undefined ? '' : `  (${target}: ${held ? 'held' : 'NOT HELD'})`
    console.log(`  ${what}: ${value}${verdict}`)
  }
  return figures
}

/** A row of the bench: a module of tests/bench. */
export interface Bench {
  readonly name: string
  run(options: BenchOptions): Promise<BenchResult>
}

/** What a run was asked for beside its rows. */
export interface BenchOptions {
  /** `--minutes`: how long a row that goes on for a time goes on, instead of its own. */
  readonly minutes?: number
}

/** The value that a share of the others, from 0 to 1, is not above: by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Bytes in MB of a million. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

/** Milliseconds, with as many decimals as tell something. */
export function milliseconds(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : value < 20 ? 2 : 0)} ms`
}

/** How long each of so many runs takes, ms. */
export function times(count: number, act: (n: number) => unknown): number[] {
  return Array.from({ length: count }, (_, n) => {
    const began = performance.now()
    act(n)
    return performance.now() - began
  })
}
