import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOfDoc, docOfBody, docOfLine, lineOfDoc, linesOfBody } from './written.ts'

const NAMES: { readonly [called: string]: string } = { Номер: 'number', Сумма: 'total' }
const named = (called: string) => NAMES[called] ?? null
const called = (name: string) => Object.entries(NAMES).find(([, one]) => one === name)?.[0] ?? name

test('a line keeps what was typed, and has a chip for each parameter that is known', () => {
  const line = 'Заказ [Номер] на [Сумма], [нечто], [[Номер]]'
  const doc = docOfLine(line, named)
  const pieces = doc.content?.[0]?.content ?? []
  expect(pieces.map(({ type, attrs, text }) => attrs?.name ?? `${type} ${text}`)).toEqual([
    'text Заказ ',
    'number',
    'text  на ',
    'total',
    'text , [нечто], [[Номер]]',
  ])
  expect(lineOfDoc(doc, called)).toBe(line)
})

test('spaces within brackets stay', () => {
  expect(lineOfDoc(docOfLine('Заказ [Номер ]', named), called)).toBe('Заказ [Номер ]')
})

test('any line is kept as it was, but for the spaces around it', () => {
  const piece = fc.constantFrom('[', ']', 'Номер', '[Номер]', '[[', ' ', 'а', '\\', '1')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = pieces.join('').trim()
      expect(lineOfDoc(docOfLine(line, named), called)).toBe(line === '' ? null : line)
    }),
  )
})

test('a body in which nothing is written is none', () => {
  expect(bodyOfDoc(docOfBody(null))).toBe(null)
  expect(bodyOfDoc(docOfBody('  \n '))).toBe(null)
  const kept = bodyOfDoc({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'parameter', attrs: { name: 'number' } }] }],
  })
  expect(bodyOfDoc(docOfBody(kept))).toBe(kept)
  expect(kept).toContain('number')
})

test('of a letter that becomes an SMS the words stay, line by line', () => {
  const letter = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Готово', marks: [{ type: 'bold' }] }] },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'parameter', attrs: { name: 'number' } },
                  { type: 'hardBreak' },
                  { type: 'text', text: 'до шести' },
                ],
              },
            ],
          },
        ],
      },
    ],
  }
  expect(linesOfBody(JSON.stringify(letter)).content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'Готово' }] },
    { type: 'paragraph', content: [{ type: 'parameter', attrs: { name: 'number' } }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'до шести' }] },
  ])
  expect(linesOfBody(null).content).toEqual([{ type: 'paragraph' }])
})
