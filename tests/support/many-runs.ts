import * as once from '../../node_modules/fast-check/lib/fast-check.js'

export * from '../../node_modules/fast-check/lib/fast-check.js'

/** How many times as many runs each property has: `RUNS=10 npx vitest run --project unit shared`. */
const RUNS = Number(process.env.RUNS ?? 1)
/** What a property has that names none. */
const USUAL = 100

/** Takes the place of fast-check's where RUNS is given (vitest.config.ts): many properties name a number of their own, which hides a global one. */
export function assert<Ts>(property: once.IRawProperty<Ts>, params: once.Parameters<Ts> = {}): Promise<void> | void {
  return once.assert(property, { ...params, numRuns: (params.numRuns ?? USUAL) * RUNS })
}

export default { ...once, assert }
