import { type Compared, difference, type ReasonBeside, reasonsBeside, sameRow } from '../../funnel/report/difference.ts'
import type { FunnelBlock, FunnelRow } from '../../funnel/types.ts'
import { fill, type Language, type Words } from '../../locales/index.ts'
import { type Figures, figuresOf } from '../figures.ts'
import type { Block, Column, Paper } from '../paper.ts'
import { shortCurrency } from '../sums/currencies.ts'

/** A report of the funnel, and what it does not say itself. */
export interface FunnelPrint {
  readonly blocks: readonly FunnelBlock[]
  /** Period, filters and the rest, as the screen shows them. */
  readonly conditions: readonly string[]
  /** ISO 4217. */
  readonly currency: string
  readonly headOf: (block: FunnelBlock) => string
  readonly stateOf: (id: string) => string
  readonly reasonOf: (id: string | null) => string
  /** The blocks of the period that stands beside, where one does. */
  readonly beside?: readonly FunnelBlock[] | undefined
}

/** The sales funnel as the screen shows it: a table for each block, and why orders were lost. */
export function funnelPaper(print: FunnelPrint, language: Language, words: Words['funnel']): Paper {
  const figures = figuresOf(language, print.currency)
  const currency = shortCurrency(print.currency, language)
  const blocks: Block[] = [
    { is: 'title', text: words.title },
    ...print.conditions.map((text): Block => ({ is: 'text', text, look: 'small' })),
    ...print.blocks.flatMap((block) => blockOf(block, { ...print, currency }, figures, words)),
  ]
  return { title: words.title, language, wide: true, blocks }
}

function blockOf(block: FunnelBlock, print: FunnelPrint, figures: Figures, words: Words['funnel']): Block[] {
  const { currency } = print
  const { columns } = words
  const right = (head: string): Column => ({ head, align: 'right' })
  const heads: Column[] = [
    { head: columns.state, align: 'left', grows: true },
    right(columns.reached),
    right(columns.fromPrevious),
    right(columns.hours),
    right(fill(columns.sumMoney, { currency })),
    right(columns.losses),
    right(fill(columns.lossesMoney, { currency })),
    right(columns.staying),
    right(fill(columns.stayingMoney, { currency })),
  ]
  return [
    { is: 'text', text: print.headOf(block), look: 'strong' },
    { is: 'table', columns: heads, rows: block.rows.flatMap((row) => rowsOf(block, row, print, figures, words)) },
    ...reasonsOf(block, print, figures, words.beside),
  ]
}

/** A state's row, and beneath it what it was in the period beside and by how much it differs. */
function rowsOf(
  block: FunnelBlock,
  row: FunnelRow,
  print: FunnelPrint,
  figures: Figures,
  { beside }: Words['funnel'],
): string[][] {
  const own = rowOf(row, print.stateOf(row.state), figures)
  if (!print.beside) return [own]
  const before = sameRow(print.beside, block, row.state)
  return [
    own,
    before ? rowOf(before, `– ${beside.row}`, figures) : [`– ${beside.row}`],
    differenceRow(row, before, figures, beside),
  ]
}

function differenceRow(
  row: FunnelRow,
  before: FunnelRow | undefined,
  { number, sum }: Figures,
  words: Words['funnel']['beside'],
): string[] {
  const by = (of: Compared, show: (value: number) => string) => {
    const apart = difference(row, before, of)
    return apart === null ? '' : `${apart > 0 ? '+' : ''}${show(apart)}`
  }
  const points = (value: number) => fill(words.points, { text: number(value) })
  const both = (count: Compared, share: Compared) => [by(count, number), by(share, points)].filter(Boolean).join('; ')
  return [
    `– ${words.by}`,
    both('reached', 'fromFirst'),
    by('fromPrevious', points),
    by('hours', number),
    by('sum', sum),
    both('losses', 'lossesShare'),
    by('lossesSum', sum),
    by('staying', number),
    by('stayingSum', sum),
  ]
}

function rowOf(row: FunnelRow, name: string, { number, sum }: Figures): string[] {
  const share = (value: number | null) => (value === null ? '' : `${number(value)} %`)
  const withShare = (count: number, of: number | null) =>
    of === null ? number(count) : `${number(count)} (${share(of)})`
  return [
    name,
    withShare(row.reached, row.fromFirst),
    share(row.fromPrevious),
    number(row.hours),
    sum(row.sum),
    withShare(row.losses, row.lossesShare),
    sum(row.lossesSum),
    number(row.staying),
    sum(row.stayingSum),
  ]
}

function reasonsOf(
  block: FunnelBlock,
  { reasonOf, beside }: FunnelPrint,
  { number, sum }: Figures,
  words: Words['funnel']['beside'],
): Block[] {
  const signed = (value: number, show: (value: number) => string) => `${value > 0 ? '+' : ''}${show(value)}`
  const shown = ({ count, share, sum: lost }: ReasonBeside['now']) =>
    `${number(count)}${share === null ? '' : ` (${number(share)} %)`}, ${sum(lost)}`
  const apart = ({ now, before }: ReasonBeside) =>
    beside
      ? `; ${words.row}: ${shown(before)}; ${words.by}: ${signed(now.count - before.count, number)}, ${signed(now.sum - before.sum, sum)}`
      : ''
  const facts = reasonsBeside(block, beside ?? []).map((one) => ({
    label: reasonOf(one.reason),
    text: `${shown(one.now)}${apart(one)}`,
  }))
  return facts.length === 0 ? [] : [{ is: 'facts', facts }]
}
