import { Gauge, type Registry } from 'prom-client'
import { parseDocument } from '../../../shared/documents/documents.ts'
import type { DocumentMark, Storage } from '../../storage/storage.ts'

type Marks = readonly DocumentMark[]

/** What is told of the documents of a family. */
const FIGURES: readonly (readonly [name: string, help: string, figure: (marks: Marks) => number])[] = [
  ['voronka_stored_documents', 'Documents that were ever written', (marks) => marks.length],
  [
    'voronka_stored_document_bytes',
    'Bytes of their snapshots and of the journal behind them',
    (marks) => sum(marks, sizeOf),
  ],
  ['voronka_stored_document_largest_bytes', 'Bytes of the largest of them', (marks) => Math.max(...marks.map(sizeOf))],
  ['voronka_journal_rows', 'Journal rows since the last snapshots', (marks) => sum(marks, ({ rows }) => rows)],
  [
    'voronka_journal_bytes',
    'Bytes of the journal since the last snapshots',
    (marks) => sum(marks, ({ bytes }) => bytes),
  ],
]

/** Puts what is stored into the registry, by family of documents. One look at the storage serves all of it. */
export function storedMetrics(registry: Registry, storage: Pick<Storage, 'documents'>): void {
  let looking: Promise<Marks> | null = null
  const look = () => {
    looking ??= storage.documents().finally(() => {
      looking = null
    })
    return looking
  }
  for (const [name, help, figure] of FIGURES) {
    const gauge: Gauge<'family'> = new Gauge({
      name,
      help,
      labelNames: ['family'],
      registers: [registry],
      collect: async () => {
        const byFamily = Map.groupBy(await look(), familyOf)
        gauge.reset()
        for (const [family, marks] of byFamily) gauge.set({ family }, figure(marks))
      },
    })
  }
}

/** The table of families bounds the label. */
function familyOf({ document }: DocumentMark): string {
  return parseDocument(document, Date.now())?.family ?? 'unknown'
}

function sizeOf({ size, bytes }: DocumentMark): number {
  return size + bytes
}

function sum(marks: Marks, of: (mark: DocumentMark) => number): number {
  return marks.reduce((all, mark) => all + of(mark), 0)
}
