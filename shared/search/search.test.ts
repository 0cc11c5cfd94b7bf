import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded } from '../filters/values/folded.ts'
import { fitOf, fitTyped, nearFitTyped, readTyped } from './rank.ts'
import { inOtherLayout, wordsOf } from './typed.ts'

const fits = (text: string, typed: string) => fitTyped(folded(text), readTyped(typed))

test('ё is е, and letters have no size', () => {
  expect(fits('Ёлкин', 'елк')).toBeGreaterThan(0)
  expect(fits('Елкин', 'ЁЛК')).toBeGreaterThan(0)
})

test('the keys of the other layout mean the same', () => {
  expect(inOtherLayout('ghbdtn')).toBe('привет')
  expect(inOtherLayout('шмфтщм')).toBe('ivanov')
  expect(fits('Привет, ООО', 'ghbdtn')).toBeGreaterThan(0)
  expect(fits('ivanov@firma.example', 'шмфтщм')).toBeGreaterThan(0)
  expect(fits('Хозтовары', '[jp')).toBeGreaterThan(0)
})

test('the beginning of the text before the beginning of a word before the middle; all words must be there', () => {
  const typed = 'мир'
  const ranked = ['Мир', 'Мир дверей', 'Новый мир', 'Владимир'].map((text) => fits(text, typed))
  expect(ranked).toEqual(ranked.toSorted((a, b) => b - a))
  expect(new Set(ranked).size).toBe(4)
  expect(fits('Мир дверей', 'двер мир')).toBeGreaterThan(0)
  expect(fits('Мир дверей', 'мир окна')).toBe(0)
})

test('one slip is forgiven in words of four letters and more', () => {
  const near = (text: string, typed: string) => nearFitTyped(folded(text), readTyped(typed)) > 0
  for (const typed of ['ведеркин', 'ведркин', 'ведееркин', 'вадеркин', 'вдееркин', 'dtlhrby'])
    expect(near('Ведеркин Олег', typed), typed).toBe(true)
  expect(near('Ведеркин Олег', 'вадиркин')).toBe(false)
  expect(near('Ведеркин Олег', 'лёг')).toBe(false)
})

test('a text fits itself best, and any beginning of it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), (text, cut) => {
      const words = wordsOf(text)
      fc.pre(words.length > 0)
      const own = words.join(' ')
      expect(fitOf(own, words)).toBe(100)
      const part = own.slice(0, 1 + (cut % own.length))
      expect(fitOf(own, wordsOf(part))).toBeGreaterThan(0)
    }),
  )
})
