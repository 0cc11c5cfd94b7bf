import { expect } from 'vitest'

/** An expectation that may take its time: machines that run tests are busy. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 30_000, interval: 10 })
}
