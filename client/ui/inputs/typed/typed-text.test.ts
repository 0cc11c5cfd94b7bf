import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTypedText } from './typed-text.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function field() {
  const told: string[] = []
  const typed = createRoot(() =>
    createTypedText(
      () => '',
      (text) => told.push(text),
    ),
  )
  return { told, typed }
}

test('a word is told once, when the fingers rest', () => {
  const { told, typed } = field()
  for (const text of ['к', 'ку', 'кух']) {
    typed.type(text)
    expect(typed.text()).toBe(text)
    vi.advanceTimersByTime(60)
  }
  expect(told).toEqual([])
  vi.advanceTimersByTime(60)
  expect(told).toEqual(['кух'])
})

test('Enter and leaving the field tell at once, and only what has not been told', () => {
  const { told, typed } = field()
  typed.type('кух')
  typed.flush()
  typed.flush()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['кух'])
})

test('what is cleared is told at once, and what was typed before it never', () => {
  const { told, typed } = field()
  typed.type('кух')
  typed.set('')
  vi.advanceTimersByTime(1000)
  expect([told, typed.text()]).toEqual([[''], ''])
})
