import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodies } from '../testing/bodies.ts'
import { shownBy } from '../testing/shown-by.ts'
import { bodyOfText, inlinesOf, paragraph, textNode } from './body.ts'
import { htmlOf, letterOf } from './html.ts'
import { plainOf, smsOf } from './plain.ts'

/** What a text says, whatever stands between its words. */
const said = (text: string) => text.replaceAll(/[\s|\u00a0\u202f]/g, '')

test('TX7: HTML and plain text say the same, whatever the words', () => {
  fc.assert(
    fc.property(bodies(['number']), (body) => {
      expect(said(shownBy(htmlOf(body)))).toBe(said(plainOf(body)))
    }),
    { numRuns: 400 },
  )
})

test('TX6: no words become markup: there are as many elements as the tree has', () => {
  fc.assert(
    fc.property(bodies(), (body) => {
      const bare = JSON.parse(JSON.stringify(body), (key, value) => (key === 'text' ? 'x' : value))
      const elements = (html: string) => html.match(/<[^>]*>/g) ?? []
      const withoutCells = (html: string) => html.replaceAll(/<table.*?<\/table>/gs, '')
      expect(elements(withoutCells(htmlOf(body)))).toEqual(elements(withoutCells(htmlOf(bare))))
    }),
    { numRuns: 400 },
  )
})

test('TX7: forms and looks', () => {
  const marks = [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://assol.example/?a=1&b=2' } }] as const
  const body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [textNode('Заказ <1>')] },
      paragraph([textNode('Готов', marks), { type: 'hardBreak' }, textNode('тел.')]),
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph([textNode('раз')])] }] },
      {
        type: 'goods',
        attrs: {
          heads: ['Товар', 'Сумма'],
          rows: [
            ['Стол "A"', '10'],
            ['Итого', ''],
          ],
        },
      },
      paragraph([]),
    ],
  } as const
  expect(htmlOf(body).replaceAll(/ style="[^"]*"/g, '')).toBe(
    '<h2>Заказ &lt;1&gt;</h2>' +
      '<p><a href="https://assol.example/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank"><strong>Готов</strong></a><br>тел.</p>' +
      '<ol><li><p>раз</p></li></ol>' +
      '<table><thead><tr><th>Товар</th><th>Сумма</th></tr></thead>' +
      '<tbody><tr><td>Стол &quot;A&quot;</td><td>10</td></tr><tr><td>Итого</td><td></td></tr></tbody></table>' +
      '<p><br></p>',
  )
  expect(plainOf(body)).toBe(
    'Заказ <1>\n\nГотов (https://assol.example/?a=1&b=2)\nтел.\n\n1. раз\n\nТовар | Сумма\nСтол "A" | 10\nИтого\n\n',
  )
  expect(letterOf(body, 'ru')).toMatch(/^<!doctype html><html lang="ru">/)
})

test('TX7: an SMS has a line for each paragraph and no signs that steer', () => {
  expect(smsOf(bodyOfText('Сумма 45\u00a0000\nГотов\u0007'))).toBe('Сумма 45 000\nГотов')
})

test('TX1: a text as a body has its lines', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
      const whole = lines.map((line) => line.replaceAll(/[\r\n]/g, ''))
      const { content } = bodyOfText(whole.join('\n'))
      expect(content).toHaveLength(whole.length)
      expect(inlinesOf(content)).toEqual(whole.filter((line) => line !== '').map((line) => textNode(line)))
    }),
  )
})

test('TX7: a parameter that was not filled stands in brackets, by its name or as it is called', () => {
  const body = { type: 'doc', content: [paragraph([{ type: 'parameter', attrs: { name: 'number' } }])] } as const
  expect([htmlOf(body), plainOf(body)]).toEqual(['<p style="margin:0 0 1em">[number]</p>', '[number]'])
  expect(plainOf(body, (name) => name.toUpperCase())).toBe('[NUMBER]')
})
