import { expect, test } from 'vitest'
import { DICTIONARIES } from './dictionaries.ts'
import { LANGUAGES, type Plural, pluralForm } from './index.ts'

/** Every phrase of a dictionary by its path; phrases by number as their forms. */
function phrases(part: object, at = ''): [string, string | Plural][] {
  return Object.entries(part).flatMap(([key, value]): [string, string | Plural][] => {
    const path = at === '' ? key : `${at}.${key}`
    if (typeof value === 'string' || isPlural(value)) return [[path, value]]
    return phrases(value, path)
  })
}

function isPlural(value: object): value is Plural {
  return 'one' in value && 'other' in value && Object.values(value).every((form) => typeof form === 'string')
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map(([, name]) => name).sort()

test.each(LANGUAGES)('phrases by number have every form that the language needs: %s', (language) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const lacking = phrases(DICTIONARIES[language]).filter(
    ([, phrase]) => typeof phrase !== 'string' && needed.some((category) => !(category in phrase)),
  )
  expect(lacking).toEqual([])
})

test('both languages have the same phrases with the same places to fill in', () => {
  const shape = (language: (typeof LANGUAGES)[number]) =>
    phrases(DICTIONARIES[language]).map(([path, phrase]) => [
      path,
      placeholders(typeof phrase === 'string' ? phrase : phrase.other),
    ])
  expect(shape('en').sort()).toEqual(shape('ru').sort())
})

test('no phrase is empty', () => {
  for (const language of LANGUAGES) {
    for (const [path, phrase] of phrases(DICTIONARIES[language])) {
      for (const text of typeof phrase === 'string' ? [phrase] : Object.values(phrase)) {
        expect(text.trim(), `${language} ${path}`).not.toBe('')
      }
    }
  }
})

test('a number chooses its form', () => {
  const forms = { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' }
  const chosen = [1, 2, 5, 11, 21, 1.5].map((n) => pluralForm('ru', n, forms))
  expect(chosen).toEqual(['заказ', 'заказа', 'заказов', 'заказов', 'заказ', 'заказа'])
  expect([1, 2].map((n) => pluralForm('en', n, { one: 'order', other: 'orders' }))).toEqual(['order', 'orders'])
})
