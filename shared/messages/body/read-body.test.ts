import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodies } from '../testing/bodies.ts'
import { inlinesOf, paragraph, writeBody } from './body.ts'
import { readHref } from './link.ts'
import { DEEPEST, MOST_NODES, MOST_SIGNS, readBody } from './read-body.ts'

const NODES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
  'text',
  'parameter',
  'goods',
]

/** Anything that JSON can say, much of it looking like nodes. */
const anything = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.jsonValue(),
    fc.record(
      {
        type: fc.oneof(fc.constantFrom(...NODES), fc.string()),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        attrs: fc.oneof(fc.record({ name: fc.string(), level: fc.nat(9), href: fc.string() }), fc.jsonValue()),
        marks: fc.array(fc.oneof(fc.record({ type: fc.constantFrom('bold', 'link', 'script') }), fc.jsonValue())),
        content: fc.array(tie('node'), { maxLength: 5 }),
      },
      { requiredKeys: ['type'] },
    ),
  ),
})).node

test('TX1: a body reads as it was written', () => {
  fc.assert(
    fc.property(bodies(['number']), (body) => {
      expect(readBody(writeBody(body))).toEqual(body)
    }),
  )
})

test('TX2: whatever stands there, a body is read from it, and that reads as itself', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), (content) => {
      const body = readBody(JSON.stringify({ type: 'doc', content }))
      expect(readBody(writeBody(body))).toEqual(body)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readBody(text).type).toBe('doc')
    }),
  )
})

test('TX2: what is no tree is text, a paragraph for each line; nothing is an empty paragraph', () => {
  const { content } = readBody('Готов №[Номер]\r\n\n{"type":"doc"')
  expect(content).toHaveLength(3)
  expect(inlinesOf(content)).toEqual([
    { type: 'text', text: 'Готов №[Номер]' },
    { type: 'text', text: '{"type":"doc"' },
  ])
  expect(readBody(null).content).toEqual([{ type: 'paragraph' }])
})

test('TX2: words in a node that is not known stand in its place', () => {
  const inside = { type: 'paragraph', content: [{ type: 'text', text: 'Готово', marks: [{ type: 'code' }] }] }
  const quote = { type: 'blockquote', content: [inside] }
  expect(readBody(JSON.stringify({ type: 'doc', content: [quote] })).content).toEqual([
    paragraph([{ type: 'text', text: 'Готово' }]),
  ])
})

test('TX2: lists stand in each other only so deep, and a body is only so long', () => {
  let node: object = { type: 'paragraph', content: [{ type: 'text', text: 'в глубине' }] }
  for (let i = 0; i < 12; i++) node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] }
  const text = writeBody(readBody(JSON.stringify({ type: 'doc', content: [node] })))
  expect([text.split('bulletList').length - 1, text.includes('в глубине')]).toEqual([DEEPEST, true])
  const deep = `${'{"type":"odd","content":['.repeat(50_000)}${']}'.repeat(50_000)}`
  expect(readBody(`{"type":"doc","content":[${deep}]}`).content).toEqual([{ type: 'paragraph' }])
  const long = { type: 'paragraph', content: [{ type: 'text', text: 'а'.repeat(MOST_SIGNS + 9) }] }
  expect(writeBody(readBody(JSON.stringify({ type: 'doc', content: [long, long] }))).split('а').length - 1).toBe(
    MOST_SIGNS,
  )
  const many = { type: 'doc', content: Array.from({ length: MOST_NODES + 9 }, () => ({ type: 'paragraph' })) }
  expect(readBody(JSON.stringify(many)).content).toHaveLength(MOST_NODES)
})

test.each([
  ['https://assol.example/?a=1', true],
  ['mailto:office@assol.example', true],
  ['tel:+78125550100', true],
  ['HTTP://assol.example', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,<b>', false],
  ['vbscript:x', false],
  ['//assol.example', false],
  ['assol.example', false],
  [null, false],
])('TX2: a link leads to the web, to mail or to a phone: %s', (href, fits) => {
  expect(readHref(href) !== null).toBe(fits)
})
