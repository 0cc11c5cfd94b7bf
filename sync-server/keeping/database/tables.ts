/** A table that both kinds of storage have. Their columns are named alike; a data folder's decide which go over. */
export interface Shared {
  readonly name: string
  readonly columns: readonly string[]
  /** The order that its rows have by themselves in a data folder, where it counts. */
  readonly order: { readonly postgres: string; readonly sqlite: string }
  /** So many are taken at once: some have long rows. */
  readonly atOnce: number
}

const MANY = 1000
const FEW = 20

/**
 * The tables of the storage. Those of words go over with nothing in them: they are made anew of the trail, whose order is
 * kept. What PostgreSQL numbers by itself it numbers anew.
 */
export const STORAGE_TABLES: readonly Shared[] = [
  shared('company', ['id']),
  shared('documents', ['name', 'last', 'state', 'crc', 'generation', 'packed', 'changed'], 'name', FEW),
  shared('journal', ['number', 'document', 'user', 'replica', 'at', 'update', 'crc'], 'number', FEW),
  {
    ...shared('audit', [
      'journal',
      'document',
      'collection',
      'record',
      'path',
      'user',
      'replica',
      'at',
      'stamp',
      'value',
    ]),
    order: { postgres: 'row', sqlite: 'rowid' },
  },
  shared('replicas', ['name', 'user', 'label', 'at']),
  shared('counters', ['sort', 'year', 'last']),
  shared('numbers', ['order', 'sort', 'year', 'number', 'given']),
  shared('refusals', ['at', 'document', 'user', 'replica', 'code', 'cause', 'bytes'], 'id'),
  shared('restorations', ['at', 'backup']),
  shared('shown', ['order', 'sort', 'year', 'number']),
]

/** The accounts' tables, in an order in which each row finds those that it names: all of them name users alone. */
export function accountTables(columns: ReadonlyMap<string, readonly string[]>): Shared[] {
  return [...columns]
    .sort(([a], [b]) => Number(b === 'user') - Number(a === 'user'))
    .map(([name, names]) => shared(name, names))
}

/** Names as both kinds of database take them. */
export function quoted(...names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

function shared(name: string, columns: readonly string[], order = columns[0] ?? '', atOnce = MANY): Shared {
  return { name, columns, order: { postgres: quoted(order), sqlite: quoted(order) }, atOnce }
}
