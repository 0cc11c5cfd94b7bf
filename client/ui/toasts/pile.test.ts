import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPile, type Toast } from './pile.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const words = (toasts: readonly Toast<string>[]) => toasts.map(({ content }) => content)
const staying = (toasts: readonly Toast<string>[]) => words(toasts.filter(({ isGoing }) => !isGoing()))

test('what is said goes by itself: it fades first, and what has no time stays until it is dismissed', () => {
  const pile = createPile<string>()
  pile.say('moved', 1000)
  const work = pile.say('being saved')
  vi.advanceTimersByTime(999)
  expect(staying(pile.shown())).toEqual(['moved', 'being saved'])
  vi.advanceTimersByTime(1)
  expect([words(pile.shown()), staying(pile.shown())]).toEqual([['moved', 'being saved'], ['being saved']])
  vi.advanceTimersByTime(200)
  expect(words(pile.shown())).toEqual(['being saved'])
  vi.advanceTimersByTime(1_000_000)
  pile.dismiss(work)
  pile.dismiss(work)
  vi.advanceTimersByTime(200)
  pile.dismiss(work)
  expect(words(pile.shown())).toEqual([])
})

test('while they are held none goes by itself, of those that come later neither; then each has its whole time', () => {
  const pile = createPile<string>()
  pile.say('first', 1000)
  vi.advanceTimersByTime(900)
  pile.hold(true)
  pile.say('second', 1000)
  vi.advanceTimersByTime(5000)
  expect(staying(pile.shown())).toEqual(['first', 'second'])
  pile.hold(false)
  vi.advanceTimersByTime(999)
  expect(staying(pile.shown())).toEqual(['first', 'second'])
  vi.advanceTimersByTime(1)
  expect(staying(pile.shown())).toEqual([])
})

test('four stand there at once; the next one comes when there is room, and has its whole time then', () => {
  const pile = createPile<string>()
  const [first] = ['1', '2', '3', '4'].map((word) => pile.say(word, 10_000))
  pile.say('5', 1000)
  const never = pile.say('6')
  vi.advanceTimersByTime(5000)
  expect(words(pile.shown())).toEqual(['1', '2', '3', '4'])
  if (first) pile.dismiss(first)
  vi.advanceTimersByTime(200)
  expect(words(pile.shown())).toEqual(['2', '3', '4', '5'])
  // What is over before there was room for it is never shown.
  pile.dismiss(never)
  vi.advanceTimersByTime(999)
  expect(staying(pile.shown())).toContain('5')
  vi.advanceTimersByTime(201)
  expect(words(pile.shown())).toEqual(['2', '3', '4'])
})

test('what is urgent waits behind none of the others, and they behind none of it; the fifth of it waits for the first four', () => {
  const pile = createPile<string>()
  for (const word of ['1', '2', '3', '4', '5']) pile.say(word)
  const [first] = ['refused 1', 'refused 2', 'refused 3', 'refused 4', 'refused 5'].map((word) =>
    pile.say(word, 1000, 'urgent'),
  )
  const shown = ['1', '2', '3', '4', 'refused 1', 'refused 2', 'refused 3', 'refused 4']
  expect(words(pile.shown())).toEqual(shown)
  if (first) pile.dismiss(first)
  vi.advanceTimersByTime(200)
  expect(words(pile.shown())).toEqual([...shown.filter((word) => word !== 'refused 1'), 'refused 5'])
})
