import type * as Y from 'yjs'
import { parseKey } from '../../../shared/records/keys/key.ts'
import { Quarter, REPLICAS, writeSetup } from '../open/history.ts'
import { LocalCompany, type LocalReplica } from '../support/local-company.ts'
import type { Edit } from '../sync/edits.ts'

const DAY = 24 * 3_600_000
const BENCH = 'bench'

/** What replicas wrote into one document. */
export interface Lives {
  /** Its name without the company. */
  readonly document: string
  /** The orders as created, by the replica's place. */
  readonly created: readonly Written[]
  /** What else each replica wrote to each order. */
  readonly written: readonly Written[]
}

/** What one replica wrote at once. */
export interface Written {
  readonly by: number
  readonly edits: readonly Edit[]
}

/** So many orders of the current quarter, as three replicas that the server knows made them: created, then 20 writes and 4 moves. */
export function makeLives(replicas: readonly string[], count: number): Lives {
  const company = new NamedCompany(replicas)
  writeSetup(company.replica(REPLICAS[0]))
  const quarter = new Quarter(company)
  for (let i = 0; i < count; i++) quarter.make(Date.now() - DAY, i, false)
  const name = [...company.documents.keys()].find((one) => one.startsWith(`${BENCH}/orders/`)) ?? ''
  return { document: name.slice(`${BENCH}/`.length), ...textsOf(company.document(name).doc, replicas) }
}

function textsOf(doc: Y.Doc, replicas: readonly string[]): Omit<Lives, 'document'> {
  const created: Written[] = []
  const written = new Map<string, Written & { readonly edits: Edit[] }>()
  for (const [key, value] of doc.getMap('orders').entries()) {
    const { id, path, replica } = parseKey(key) ?? { id: '', path: '', replica: '' }
    const [by, edit] = [replicas.indexOf(replica), { key, text: String(value) }]
    const rest = written.get(`${id} ${by}`) ?? { by, edits: [] }
    written.set(`${id} ${by}`, rest)
    if (path === '') created.push({ by, edits: [edit] })
    else rest.edits.push(edit)
  }
  return { created, written: [...written.values()] }
}

/** A company whose replicas have the names that a server gave. */
class NamedCompany extends LocalCompany {
  readonly #names: readonly string[]

  constructor(names: readonly string[]) {
    super(BENCH)
    this.#names = names
  }

  override replica(name: string, read?: () => number, server?: boolean): LocalReplica {
    const place = (REPLICAS as readonly string[]).indexOf(name)
    return super.replica(this.#names[place] ?? name, read, server)
  }
}
