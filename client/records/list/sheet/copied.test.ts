import { expect, test } from 'vitest'
import { copied } from './copied.ts'

const REFUSAL = new Error('not allowed')

/** What is made until it is stopped. */
function endless(signal: AbortSignal): Promise<string> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

test('what a clipboard refuses, at once or later, is made no further, and its refusal is the failure', async () => {
  const given: AbortSignal[] = []
  const making = (signal: AbortSignal) => {
    given.push(signal)
    return endless(signal)
  }
  const atOnce = () => {
    throw REFUSAL
  }
  await expect(copied(making, atOnce)).rejects.toBe(REFUSAL)
  await expect(copied(making, () => Promise.reject(REFUSAL))).rejects.toBe(REFUSAL)
  expect(given.map(({ aborted }) => aborted)).toEqual([true, true])
})

test('what it takes is told when it is made; what kept it from being made is said before the clipboard’s own words', async () => {
  const take = async (made: Promise<string>) => {
    await made.catch(() => {
      throw new Error('given nothing')
    })
  }
  expect(await copied(async () => 'made', take)).toBe('made')
  await expect(copied(() => Promise.reject(REFUSAL), take)).rejects.toBe(REFUSAL)
})
