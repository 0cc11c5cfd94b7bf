import { documentOf, freshId, mayRead, parseDocument } from '../../../../shared/documents/documents.ts'
import { COMMON, QUARTERLY } from '../../../../shared/documents/families.ts'
import type { Who } from '../../../../shared/documents/roles.ts'
import { newId } from '../../../../shared/records/keys/id.ts'

/** A document as the server's shelves tell of it. */
export interface Shelf {
  readonly document: string | null
  /** The number of its last update in the server's journal. */
  readonly journal: number | null
  /** How many of its orders are open. */
  readonly open: number | null
}

/** Which documents an account may read at `now` (ms): only those are opened. */
export function readableBy(who: Who, now: () => number): (document: string) => boolean {
  return (document) => {
    const known = parseDocument(document, now())
    return known !== null && mayRead(known, who)
  }
}

/** Documents that every screen needs, whoever may read them: they are read first, and stay open. */
export function baseDocuments(company: string, user: string): string[] {
  const common = newId(COMMON, 0)
  return [
    documentOf(company, 'setup', ''),
    documentOf(company, 'goods', ''),
    documentOf(company, 'views', ''),
    documentOf(company, 'customers', common),
    documentOf(company, 'automation', ''),
    documentOf(company, 'users', user),
    documentOf(company, 'shelves', ''),
  ]
}

/** The documents of the records that an account makes at `now`, of each family that is cut by quarters. */
export function currentQuarters(company: string, user: string, now: number): string[] {
  return QUARTERLY.map((family) => documentOf(company, family, freshId(family, now, user)))
}

/** Whether a document is a quarter's. */
export function isQuarter(document: string): boolean {
  return QUARTERLY.some((family) => document.split('/')[1] === family)
}

/** The quarters there are, in the order in which they are wanted: with open orders first, then the newest. */
export function quartersOf(shelves: Iterable<Shelf>): string[] {
  const known = [...shelves].flatMap(({ document, open }) =>
    document && isQuarter(document) ? [{ document, isOpen: (open ?? 0) > 0 }] : [],
  )
  known.sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (newness(a.document) < newness(b.document) ? 1 : -1))
  return known.map(({ document }) => document)
}

/** What is greater of a later quarter, and of its orders than of its events. */
function newness(document: string): string {
  const [, family, , quarter] = document.split('/')
  return `${quarter} ${family}`
}
