import { expect, test } from 'vitest'
import { dialLink } from './own-dialler.ts'

test('CD19: a phone dials a number with its country’s code and its inner line; what is no number, as it is', () => {
  expect(dialLink('8 (495) 232-13-20 доб. 12')).toBe('tel:+74952321320,12')
  expect(dialLink('112')).toBe('tel:112')
})
