import { expect, test } from 'vitest'
import type { FunnelBlock } from '../../funnel/types.ts'
import { ru } from '../../locales/ru/index.ts'
import { type Paper, paperText } from '../paper.ts'
import { funnelPaper } from './funnel.ts'
import { trendPaper, trendSheet } from './funnel-trend.ts'
import { priceListPaper } from './price-list.ts'

const linesOf = (paper: Paper) =>
  paperText(paper)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .split('\n')

const product = (name: string, category: string | null, price: number | null) => ({
  name,
  category,
  price,
  article: name.slice(0, 2),
  unit: 'шт',
})

test('P4: a price list by categories, with the columns that are chosen in their order', () => {
  const products = [
    product('Кран', 'Сантехника', 1_500_50),
    product('Бриз', null, null),
    product('Ключ', 'Сантехника', 99),
  ]
  const list = {
    title: 'Прайс-лист',
    under: ['ООО «Ассоль»'],
    products,
    currency: 'RUB',
    columns: ['name', 'price', 'unit'],
    logo: null,
  } as const
  expect(linesOf(priceListPaper(list, 'ru', ru.records.products.fields)).slice(1)).toEqual([
    'Прайс-лист',
    'ООО «Ассоль»',
    'Название\tЦена, руб.\tЕдиница',
    'Бриз\t\tшт',
    'Сантехника',
    'Название\tЦена, руб.\tЕдиница',
    'Кран\t1 500,50\tшт',
    'Ключ\t0,99\tшт',
  ])
  const added = [{ name: 'custom_a', head: 'Вес, кг', align: 'right' }] as const
  const weighed = {
    ...list,
    columns: ['name'],
    products: [{ ...product('Кран', null, 1), added: { custom_a: '1,250' } }],
    added,
  } as const
  const lines = linesOf(priceListPaper(weighed, 'ru', ru.records.products.fields))
  expect(lines.slice(-2), 'fields that the company added stand behind').toEqual(['Название\tВес, кг', 'Кран\t1,250'])
  const yen = linesOf(priceListPaper({ ...list, currency: 'JPY' }, 'ru', ru.records.products.fields))
  expect(yen).toEqual(expect.arrayContaining(['Название\tЦена, JPY\tЕдиница', 'Кран\t150 050\tшт']))
})

const ROW = {
  losses: 0,
  lossesShare: null,
  lossesSum: 0,
  reasons: [],
  stayingSum: 0,
  were: 0,
  reentries: 0,
  reentered: 0,
}
const BLOCK: FunnelBlock = {
  kind: 'kitchens',
  orders: 3,
  rows: [
    { ...ROW, state: 'new', reached: 3, fromFirst: 100, fromPrevious: null, hours: 1.25, sum: 300_00, staying: 1 },
    {
      ...ROW,
      state: 'done',
      reached: 2,
      fromFirst: 67,
      fromPrevious: 67,
      hours: null,
      sum: 200_00,
      staying: 2,
      losses: 1,
      lossesShare: 33,
      lossesSum: 100_00,
    },
  ],
  orphans: [],
  reasons: [{ reason: 'price', count: 1, sum: 100_00, share: 100 }],
}

test('P4: F35: beside another period each state says what it was and by how much it differs', () => {
  const beside = [
    {
      ...BLOCK,
      rows: [
        { ...ROW, fromPrevious: null, staying: 1, reached: 5, fromFirst: 90, hours: 1.5, sum: 500_00, state: 'new' },
      ],
    },
  ]
  const print = {
    ...{ blocks: [BLOCK], conditions: [], currency: 'RUB', beside },
    headOf: () => '',
    stateOf: String,
    reasonOf: String,
  }
  const lines = linesOf(funnelPaper(print, 'ru', ru.funnel))
  expect(lines).toContain('– Было\t5 (90 %)\t\t1,5\t500,00\t0\t0,00\t1\t0,00')
  expect(lines.some((line) => /^– Разница\t-2; \+10 п\.п\.\t\t-0,25\t-200,00\t0\t/.test(line))).toBe(true)
  // What the other period has not counts from nought.
  expect(lines.some((line) => line.startsWith('– Разница\t+2\t\t\t+200,00\t+1'))).toBe(true)
})

test('P4: the funnel as the screen shows it, a table for each block, and its legend', () => {
  const print = {
    blocks: [BLOCK],
    conditions: ['За все время'],
    currency: 'RUB',
    headOf: () => 'Кухни под заказ',
    stateOf: (id: string) => ({ new: 'Новый', done: 'Готов' })[id] ?? id,
    reasonOf: (id: string | null) => (id === 'price' ? 'Дорого' : ''),
  }
  const paper = funnelPaper(print, 'ru', ru.funnel)
  expect(paper.wide).toBe(true)
  expect(linesOf(paper).slice(2)).toEqual([
    'За все время',
    'Кухни под заказ',
    'Состояние\tКол-во\tКонверсия\tт, ч.\tСумма, руб.\tПотери\tПотери, руб.\tСтоит сейчас\tСтоит, руб.',
    'Новый\t3 (100 %)\t\t1,25\t300,00\t0\t0,00\t1\t0,00',
    'Готов\t2 (67 %)\t67 %\t\t200,00\t1 (33 %)\t100,00\t2\t0,00',
    'Дорого\t1 (100 %), 100,00',
  ])
})

test('P4: F35: reasons of losses say what they were beside, those that only the other period has too', () => {
  const beside = [{ ...BLOCK, reasons: [{ reason: 'late', count: 2, sum: 50_00, share: 100 }] }]
  const print = {
    ...{ blocks: [BLOCK], conditions: [], currency: 'RUB', beside, headOf: () => '', stateOf: String },
    reasonOf: String,
  }
  const lines = linesOf(funnelPaper(print, 'ru', ru.funnel))
  expect(lines).toContain('price\t1 (100 %), 100,00; Было: 0, 0,00; Разница: +1, +100,00')
  expect(lines).toContain('late\t0, 0,00; Было: 2 (100 %), 50,00; Разница: -2, -50,00')
})

test('P4: F36: the trend by months on paper and for spreadsheets: the share that went on, and how many there were', () => {
  const point = (reached: number, next: number | null) => ({ reached, next, success: null })
  const print = {
    kinds: [{ kind: 'kitchens', rows: [{ state: 'new', points: [point(4, 75), point(0, null)] }] }],
    ...{ months: ['октябрь 2026', 'ноябрь 2026'], way: 'next' as const, conditions: ['За все время'] },
    ...{ headOf: (kind: string) => `=${kind}`, stateOf: String },
  }
  expect(linesOf(trendPaper(print, 'ru', ru.funnel)).slice(1)).toEqual([
    'Воронка продаж',
    'В следующее состояние',
    'За все время',
    '=kitchens',
    'Состояние\tоктябрь 2026\tноябрь 2026',
    'new\t75 % (4)\t',
  ])
  const { heads, rows } = trendSheet(print, ru.funnel)
  expect(heads).toHaveLength(6)
  expect(rows[0]?.slice(2)).toEqual([
    { is: 'number', value: 75, scale: 0 },
    { is: 'number', value: 4, scale: 0 },
    null,
    { is: 'number', value: 0, scale: 0 },
  ])
  const many = { ...print, months: Array.from({ length: 24 }, (_, at) => `m${at}`) }
  expect(trendPaper(many, 'ru', ru.funnel).blocks.filter(({ is }) => is === 'table')).toHaveLength(2)
})
