import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPerson, partsOf, peopleIn, plainText } from './parts.ts'
import { askedFor, keptText, typedText } from './typed.ts'

const NAMES: Readonly<Record<string, string>> = { p1: 'Мира Седова', p2: 'Мира', p3: 'Timur O’Neil' }
const nameOf = (id: string) => NAMES[id] ?? id
const CHOSEN = Object.entries(NAMES).map(([person, name]) => ({ person, name }))

test('D5: people, links and words; put together again they are the text', () => {
  const text = '<@p1>, смотри https://assol.example/a?b=1, и www.ya.ru. Файл: javascript:alert(1) (http://x.ru/y).'
  const parts = partsOf(text)
  expect(parts.filter(({ kind }) => kind !== 'text')).toEqual([
    { kind: 'person', id: 'p1' },
    { kind: 'link', text: 'https://assol.example/a?b=1', href: 'https://assol.example/a?b=1' },
    { kind: 'link', text: 'www.ya.ru', href: 'https://www.ya.ru' },
    { kind: 'link', text: 'http://x.ru/y', href: 'http://x.ru/y' },
  ])
  const piece = fc.constantFrom(
    '<@p1>',
    'https://a.ru/b',
    'www.b.ru',
    '(',
    ').',
    ' ',
    '\n',
    'javascript:x',
    '<@',
    'слово',
  )
  const anything = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(anything, (said) => {
      const again = partsOf(said).map((part) => (part.kind === 'person' ? formatPerson(part.id) : part.text))
      expect(again.join('')).toBe(said)
      for (const part of partsOf(said)) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//i)
    }),
  )
})

test('D5: who is named, each once; in one line by the names that they have now', () => {
  expect(peopleIn('<@p2> и <@p1>, <@p2>!')).toEqual(['p2', 'p1'])
  expect(plainText('Спроси <@p1>', nameOf)).toBe('Спроси @Мира Седова')
})

test('D5: what is typed is kept by ids, the longer name first, and comes back as it was typed', () => {
  const typed = { text: '@Мира Седова и @Мира, но не @Мирабелла и не @Тимур', chosen: CHOSEN }
  const kept = keptText(typed)
  expect(kept).toBe('<@p1> и <@p2>, но не @Мирабелла и не @Тимур')
  expect(typedText(kept, nameOf).text).toBe(typed.text)
  expect(keptText(typedText(kept, nameOf))).toBe(kept)
})

test.each([
  ['@', 1, { from: 0, typed: '' }],
  ['Спроси @Мир', 11, { from: 7, typed: 'Мир' }],
  ['@Мира Сед', 9, { from: 0, typed: 'Мира Сед' }],
  ['mira@assol', 10, null],
  ['@Мира Седова придет', 19, null],
  ['нет', 3, null],
])('behind «%s» people are asked for: %o', (text, cursor, asked) => {
  expect(askedFor(text, cursor)).toEqual(asked)
})

test('D7: a text made to be read for long is read at once', () => {
  const dots = (count: number) => `http://a.example${'.'.repeat(count)}b`
  const began = performance.now()
  expect(partsOf(dots(19_900))).toHaveLength(1)
  expect(partsOf(`http://a.example/${'(.'.repeat(9000)}`).at(-1)).toMatchObject({ kind: 'text' })
  // By the pattern that stood here it took seven seconds.
  expect(performance.now() - began).toBeLessThan(1000)
})

test('D7: in what is longer than a comment may be nothing is looked for', () => {
  const long = '<@p1> https://a.example '.repeat(1000)
  expect(partsOf(long)).toEqual([{ kind: 'text', text: long }])
})
