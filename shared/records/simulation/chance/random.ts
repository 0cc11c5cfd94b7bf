/** Whole numbers below a bound, from a seed (mulberry32): always the same ones. */
export type Random = (below: number) => number

/** The numbers of a seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The items in an order that the numbers choose. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(random(rest.length), 1))
}

/** Runs with ids, entry ids and client numbers drawn from a seed, so that a history that failed fails again alike. */
export function withSeed<T>(seed: number, run: (random: Random) => T): T {
  const random = randomOf(seed)
  const genuine = crypto.getRandomValues
  crypto.getRandomValues = <A extends ArrayBufferView | null>(array: A): A => {
    if (array instanceof Uint8Array || array instanceof Uint32Array)
      for (const i of array.keys()) array[i] = random(2 ** 32)
    return array
  }
  try {
    return run(random)
  } finally {
    crypto.getRandomValues = genuine
  }
}
