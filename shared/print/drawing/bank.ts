import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces'
import type { BankRow } from '../paper.ts'

/** The payee's table: who at the left, labels and figures at the right. */
export function drawBank(rows: readonly BankRow[]): ContentTable {
  const body = rows.map(({ left, facts }): TableCell[] => [
    // A line that has nothing at its right goes all the way.
    { text: left, colSpan: facts.length === 0 ? 3 : 1 },
    { stack: facts.map(({ label }): Content => ({ text: label })) },
    { stack: facts.map(({ text }): Content => ({ text, noWrap: true })) },
  ])
  return {
    table: { widths: ['*', 'auto', 'auto'], body },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    margin: [0, 0, 0, 8],
  }
}
