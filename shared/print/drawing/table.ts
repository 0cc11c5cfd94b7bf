import type { Content, ContentTable } from 'pdfmake/interfaces'
import type { Table } from '../paper.ts'

/** A table whose head stands on every page; a row is not torn between two. */
export function drawTable({ columns, rows }: Table): ContentTable {
  const heads = columns.map(
    ({ head, align, grows }): Content => ({ text: head, alignment: align, bold: true, noWrap: !grows }),
  )
  const body = rows.map((row) =>
    columns.map(({ align, grows }, at): Content => ({ text: row[at] ?? '', alignment: align, noWrap: !grows })),
  )
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ grows }) => (grows ? '*' : 'auto')),
      body: [heads, ...body],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => '#999999',
      vLineColor: () => '#999999',
    },
    margin: [0, 4, 0, 4],
  }
}
