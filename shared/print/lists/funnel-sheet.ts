import { minorDigits } from '../../company/currency-code.ts'
import { COMPARED, type Compared, difference, sameRow } from '../../funnel/report/difference.ts'
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
  const rows = print.blocks.flatMap((block) =>
    block.rows.map((row) => [...rowOf(block, row, print), ...besideOf(block, row, print)]),
  )
  return { heads: [...heads, ...(print.beside ? besideHeads(heads.slice(OWN_NAMES), words.beside) : [])], rows }
}

/** The first columns of a row say whose it is. */
const OWN_NAMES = 2

/** Each measure's head twice: what it was in the period beside, and by how much it differs. */
function besideHeads(heads: readonly string[], { rowOf: was, byOf }: Words['funnel']['beside']): string[] {
  return [was, byOf].flatMap((text) => heads.map((head) => fill(text, { head })))
}

function besideOf(block: FunnelBlock, row: FunnelRow, { beside, currency }: FunnelPrint): SheetValue[] {
  if (!beside) return []
  const before = sameRow(beside, block, row.state)
  const differences = COMPARED.map((of) => [of, difference(row, before, of)] as const)
  return [
    ...(before ? figuresOf(before, currency) : COMPARED.map(() => null)),
    ...figuresOf(Object.fromEntries(differences) as Record<Compared, number | null>, currency),
  ]
}

function rowOf(block: FunnelBlock, row: FunnelRow, { headOf, stateOf, currency }: FunnelPrint): SheetValue[] {
  return [{ is: 'text', text: headOf(block) }, { is: 'text', text: stateOf(row.state) }, ...figuresOf(row, currency)]
}

function figuresOf(row: Readonly<Record<Compared, number | null>>, currency: string): SheetValue[] {
  const scale = minorDigits(currency)
  const sum = (value: number | null): SheetValue => (value === null ? null : { is: 'number', value, scale })
  return [
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
