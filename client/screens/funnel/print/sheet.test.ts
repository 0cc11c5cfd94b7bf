import { expect, test } from 'vitest'
import { type BookSheet, readBook } from '../../../../shared/importing/reading/xlsx/read.ts'
import { asWorkbook } from '../../../../shared/lists/workbook.ts'
import { en } from '../../../../shared/locales/en/index.ts'
import { ru } from '../../../../shared/locales/ru/index.ts'
import { funnelSheet } from '../../../../shared/print/lists/funnel-sheet.ts'
import { septemberBlocks } from '../testing/september.ts'

const BLOCKS = septemberBlocks()
const PRINT = {
  blocks: BLOCKS,
  conditions: [],
  currency: 'RUB',
  headOf: ({ kind }: { readonly kind: string }) => `=${kind}`,
  stateOf: (id: string) => id,
  reasonOf: String,
}
/** In the order of the columns. */
const MEASURES = [
  'reached',
  'fromFirst',
  'fromPrevious',
  'hours',
  'sum',
  'losses',
  'lossesShare',
  'lossesSum',
  'staying',
  'stayingSum',
] as const
const IN_MINOR: ReadonlySet<string> = new Set(['sum', 'lossesSum', 'stayingSum'])

test('P9: the funnel’s workbook, read back, has every row of the report with the same figures, and no text is a formula', async () => {
  const workbook = await asWorkbook(funnelSheet(PRINT, 'ru', ru.funnel), ru.funnel.title)
  const sheets = (await readBook(new Uint8Array(await workbook.arrayBuffer()))) as readonly BookSheet[]
  const [heads, ...rows] = sheets[0]?.rows ?? []
  expect(heads).toContain('Потери, руб.')
  const expected = BLOCKS.flatMap((block) => block.rows.map((row) => ({ ...row, head: `=${block.kind}` })))
  expect(expected.length).toBeGreaterThan(10)
  expect(rows.map(([head, state]) => [head, state])).toEqual(expected.map(({ head, state }) => [head, state]))
  const figures = rows.map((row) => row.slice(2))
  expect(figures).toEqual(
    expected.map((row) => MEASURES.map((of) => (IN_MINOR.has(of) ? Number(row[of]) / 100 : row[of]))),
  )
})

test('P9: F35: beside another period each measure stands twice more: what it was, and the difference', () => {
  const earlier = BLOCKS.map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({ ...row, reached: row.reached + 2, sum: row.sum - 100 })),
  }))
  const { heads, rows } = funnelSheet({ ...PRINT, beside: earlier }, 'ru', ru.funnel)
  expect(rows.every((row) => row.length === heads.length)).toBe(true)
  const column = (head: string) => rows.map((row) => row[heads.indexOf(head)])
  expect(column('Кол-во, разница')).toEqual(rows.map(() => ({ is: 'number', value: -2, scale: 0 })))
  expect(column('Сумма, руб., разница')).toEqual(rows.map(() => ({ is: 'number', value: 100, scale: 2 })))
  expect(column('Кол-во, было')).toEqual(
    earlier.flatMap(({ rows: of }) => of.map(({ reached }) => ({ is: 'number', value: reached, scale: 0 }))),
  )
})

test('P9: in English it calls the currency by its code', () => {
  expect(funnelSheet(PRINT, 'en', en.funnel).heads).toContain('Losses, RUB')
})
