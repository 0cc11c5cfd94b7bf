import fc from 'fast-check'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * How a property is run. `RUNS` in the environment multiplies the number of runs, `SEED` repeats a run that failed: a
 * failure prints its seed and path.
 */
export function parameters(environment: Environment, runs: number): fc.Parameters<unknown> {
  const seed = environment.SEED === undefined ? {} : { seed: Number(environment.SEED) }
  return { numRuns: Math.ceil(runs * Number(environment.RUNS ?? 1)), ...seed, verbose: fc.VerbosityLevel.None }
}
