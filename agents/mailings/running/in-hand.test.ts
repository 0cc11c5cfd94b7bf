import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LINES } from '../letters/lines.ts'
import { InHand, MOST_IN_HAND } from './in-hand.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

/** So many letters, each of which takes so long, as asking the ledger does, ms. */
async function sent(letters: number, took: number, asked: number): Promise<InHand> {
  const inHand = new InHand()
  for (let i = 0; i < letters; i++) {
    await inHand.asking(async () => vi.advanceTimersByTime(asked))
    await inHand.sending(async () => vi.advanceTimersByTime(took))
  }
  return inHand
}

test('BM13: no more are claimed than the lines take, until letters have gone for a while', async () => {
  expect((await sent(0, 3, 10)).most).toBe(LINES)
  expect((await sent(9, 3, 10)).most).toBe(LINES)
  const many = (await sent(100, 3, 10)).most
  expect(many).toBeGreaterThan(LINES)
  expect(many).toBeLessThanOrEqual(LINES + 10)
})

test('BM13: a slow mail server has hardly more claimed than its lines, a quick one no more than there may be', async () => {
  expect((await sent(500, 200, 10)).most).toBe(LINES + 1)
  expect((await sent(500, 1, 100)).most).toBe(MOST_IN_HAND)
})
