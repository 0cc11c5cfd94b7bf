/** `npm run faults` goes on for long, `npm test` shortly. */
const IS_LONG = process.env.VORONKA_LONG === '1'

/** How often a fault is made to happen. */
export function times(short: number, long: number): number {
  return IS_LONG ? long : short
}

/** From which everything is drawn; another one by VORONKA_SEED. */
export const SEED = Number(process.env.VORONKA_SEED ?? 20261123)
