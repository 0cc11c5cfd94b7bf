import { expect, test } from 'vitest'
import { createKeyReader, keyOf } from './keys.ts'

function reading() {
  const done: string[] = []
  let time = 0
  const act = (name: string) => () => void done.push(name)
  const map = new Map([
    ['g o', act('orders')],
    ['?', act('help')],
    ['[', act('menu')],
  ])
  const read = createKeyReader(
    () => map,
    () => time,
  )
  return { done, read, later: (ms: number) => (time += ms) }
}

test('one key, and two one after the other', () => {
  const { done, read } = reading()
  expect(['?', 'g', 'o', 'o', 'x'].map(read)).toEqual([true, true, true, false, false])
  expect(done).toEqual(['help', 'orders'])
})

test('a second key that comes late or is another one means nothing', () => {
  const { done, read, later } = reading()
  read('g')
  later(2000)
  expect(read('o')).toBe(false)
  expect([read('g'), read('x'), read('o')]).toEqual([true, false, false])
  expect(done).toEqual([])
})

test('keys go by their place, so that the Russian layout has them too', () => {
  const press = (code: string, key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
    keyOf({ code, key, ctrlKey: false, metaKey: false, shiftKey: false, ...held })
  expect(press('KeyO', 'щ')).toBe('o')
  expect(press('BracketLeft', 'х')).toBe('[')
  expect(press('Slash', '.')).toBe('/')
  expect(press('Slash', ',', { shiftKey: true })).toBe('?')
  expect(press('Digit7', '?', { shiftKey: true })).toBe('?')
  expect(press('KeyK', 'л', { ctrlKey: true })).toBe('mod+k')
  expect(press('KeyZ', 'Я', { ctrlKey: true, shiftKey: true })).toBe('mod+Shift+z')
})
