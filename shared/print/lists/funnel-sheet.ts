import { minorDigits } from '../../company/currency-code.ts'
import type { FunnelBlock, FunnelRow } from '../../funnel/types.ts'
import type { SheetTable, SheetValue } from '../../lists/sheet.ts'
import { fill, type Language, type Words } from '../../locales/index.ts'
import { shortCurrency } from '../sums/currencies.ts'
import type { FunnelPrint } from './funnel.ts'

/** The funnel for spreadsheets: all blocks under one another, each row with its block's head; counts and shares apart, as numbers. */
export function funnelSheet(print: FunnelPrint, language: Language, words: Words['funnel']): SheetTable {
  const { columns } = words
  const currency = shortCurrency(print.currency, language)
  const heads = [
    columns.kind,
    columns.state,
    columns.reached,
    `${columns.reached}, %`,
    `${columns.fromPrevious}, %`,
    columns.hours,
    fill(columns.sumMoney, { currency }),
    columns.losses,
    `${columns.losses}, %`,
    fill(columns.lossesMoney, { currency }),
    columns.staying,
    fill(columns.stayingMoney, { currency }),
  ]
  return { heads, rows: print.blocks.flatMap((block) => block.rows.map((row) => rowOf(block, row, print))) }
}

function rowOf(block: FunnelBlock, row: FunnelRow, { headOf, stateOf, currency }: FunnelPrint): SheetValue[] {
  const scale = minorDigits(currency)
  const sum = (value: number): SheetValue => ({ is: 'number', value, scale })
  return [
    { is: 'text', text: headOf(block) },
    { is: 'text', text: stateOf(row.state) },
    whole(row.reached),
    whole(row.fromFirst),
    whole(row.fromPrevious),
    hundredths(row.hours),
    sum(row.sum),
    whole(row.losses),
    whole(row.lossesShare),
    sum(row.lossesSum),
    whole(row.staying),
    sum(row.stayingSum),
  ]
}

const whole = (value: number | null): SheetValue => (value === null ? null : { is: 'number', value, scale: 0 })
const hundredths = (value: number | null): SheetValue =>
  value === null ? null : { is: 'number', value: Math.round(value * 100), scale: 2 }
