import { expect, test } from 'vitest'
import { createStanding } from './standing.ts'

test('CD24: a notice is taken down once it is due no more, also where it was put up too late; the others stand', () => {
  const standing = createStanding()
  const closed: string[] = []
  const add = (key: string) => standing.add(key, () => closed.push(key))
  standing.keep(['one', 'two', 'late'])
  add('one')
  add('two')
  standing.keep(['two'])
  expect(closed).toEqual(['one'])
  expect([standing.isDue('late'), standing.isDue('two')]).toEqual([false, true])
  add('late')
  standing.keep(['two'])
  expect(closed).toEqual(['one', 'late'])
  standing.keep([])
  standing.keep([])
  expect(closed).toEqual(['one', 'late', 'two'])
})
