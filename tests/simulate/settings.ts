import type { Settings } from './plan.ts'

/** In the environment: what `npm run simulate` was asked for, as JSON. */
export const ASKED = 'VORONKA_SIMULATE'

/** What a history has where nothing else is asked for; of one as long or longer the table of faults tells what came. */
export const LONG = { devices: 5, days: 30 } as const

/** What `npm run simulate` was asked for. */
export interface Asked extends Settings {
  /** How long (minutes) a history that failed is made smaller. */
  readonly shrink: number
  /** A file of steps instead of those of the seed. */
  readonly steps?: string
}

/** What `npm test` lives through: one history that is always the same, and one of the day. */
export function shortOnes(today: Date): Settings[] {
  const size = { devices: 3, days: 2 }
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]
  return [
    { seed: 7, ...size },
    { seed: year * 10_000 + month * 100 + day, ...size },
  ]
}

/** What was asked for by hand; undefined in `npm test`. */
export function askedFor(environment: Readonly<Record<string, string | undefined>>): Asked | undefined {
  const text = environment[ASKED]
  return text === undefined ? undefined : (JSON.parse(text) as Asked)
}
