import type { FunnelSort } from '../../../shared/funnel/index.ts'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import type { Language } from '../../../shared/locales/index.ts'
import type { PrintedBlock, PrintedRow } from './printed.ts'

/** Readable tables, a block under the other, with the losses by reason below each; `sorts` are those of the blocks. */
export function toTable(blocks: readonly PrintedBlock[], sorts: readonly FunnelSort[], language: Language): string {
  const words = DICTIONARIES[language].funnel
  const texts = blocks.map((block, i) => {
    const title = words.block[sorts[i] ?? 'customer'].replace('{{kind}}', block.kind)
    const group = 'group' in block ? [`${block.group ?? words.noGroup}`] : []
    return [
      title,
      ...group,
      ...aligned(tableOf(block, language)),
      ...losses(block, language),
      ...orphans(block, language),
    ]
  })
  return texts.map((lines) => lines.join('\n')).join('\n\n')
}

function tableOf({ rows }: PrintedBlock, language: Language): string[][] {
  const { columns } = DICTIONARIES[language].funnel
  const head = [
    columns.state,
    columns.reached,
    '%',
    columns.fromPrevious,
    columns.hours,
    columns.sum,
    columns.losses,
    columns.lossesSum,
    columns.staying,
    columns.stayingSum,
  ]
  return [head, ...rows.map((row) => cellsOf(row, language))]
}

function cellsOf(row: PrintedRow, language: Language): string[] {
  const { money, number, percent } = formats(language)
  const share = row.lossesShare === null ? '' : ` (${percent(row.lossesShare)})`
  return [
    row.state,
    number(row.reached),
    percent(row.fromFirst),
    percent(row.fromPrevious),
    number(row.hours),
    money(row.sum),
    row.losses === 0 ? '' : `${number(row.losses)}${share}`,
    row.losses === 0 ? '' : money(row.lossesSum),
    number(row.staying),
    money(row.stayingSum),
  ]
}

/** Columns side by side: the first to the left, the others, which are figures, to the right. */
function aligned(table: readonly string[][]): string[] {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)))
  const pad = (cell: string, i: number) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))
  return table.map((cells) => cells.map(pad).join('  '))
}

function losses({ rows }: PrintedBlock, language: Language): string[] {
  const { reasons, noReason } = DICTIONARIES[language].funnel
  const { money, number } = formats(language)
  const lines = rows.flatMap((row) =>
    row.reasons.map(({ reason, count, sum }) => [`${row.state}: ${reason ?? noReason}`, number(count), money(sum)]),
  )
  return lines.length === 0 ? [] : [`${reasons}:`, ...aligned(lines)]
}

function orphans(block: PrintedBlock, language: Language): string[] {
  if (!block.orphans) return []
  const { money } = formats(language)
  const lines = block.orphans.map(({ state, orders, sum }) => `${state}: ${orders.join(', ')} (${money(sum)})`)
  return [`${DICTIONARIES[language].funnel.orphans}:`, ...lines]
}

function formats(language: Language) {
  const plain = new Intl.NumberFormat(language)
  const cents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return {
    number: (value: number | null) => (value === null ? '' : plain.format(value)),
    money: (value: number) => cents.format(value),
    percent: (value: number | null) => (value === null ? '' : `${value}%`),
  }
}
