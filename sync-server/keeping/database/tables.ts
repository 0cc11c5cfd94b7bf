/** A table that goes over; its columns are named alike in both kinds of storage. */
export interface Shared {
  readonly name: string
  /** What its rows are read from: the table itself, unless the two kinds lay it out in different ways. */
  readonly source: string
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
const ALIKE: readonly Shared[] = [
  shared('company', ['id']),
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
  shared('effects', ['key', 'token', 'holder', 'nonce', 'until', 'mode', 'state', 'outcome', 'at']),
  shared('sending', ['settings', 'sealed', 'user', 'at']),
  shared('services', ['name', 'settings', 'sealed', 'user', 'at']),
  shared('mail_folders', ['account', 'folder', 'validity', 'upto', 'modseq', 'listed']),
  shared('mail_ledger', [
    'account',
    'folder',
    'validity',
    'uid',
    'state',
    'letter',
    'place',
    'flags',
    'attempts',
    'next',
    'why',
  ]),
  shared('mail_accounts', ['id', 'owner', 'settings', 'password', 'oauth', 'at', 'standing']),
  shared('phones', ['id', 'owner', 'settings', 'key', 'secrets', 'paired', 'at', 'seen']),
]

const DOCUMENT = ['name', 'last', 'generation', 'packed', 'changed']

/** From a database into a file, where snapshots stand apart from documents. */
export const INTO_FILE: readonly Shared[] = [
  ...ALIKE,
  shared('documents', DOCUMENT),
  {
    ...shared('snapshots', ['document', 'state', 'crc'], 'document', FEW),
    source: '(SELECT name AS document, state, crc FROM documents WHERE state IS NOT NULL) AS snapshots',
  },
]

/** From a file into a database. */
export const INTO_DATABASE: readonly Shared[] = [
  ...ALIKE,
  {
    ...shared('documents', [...DOCUMENT, 'state', 'crc'], 'name', FEW),
    source: `(SELECT d.*, s.state, coalesce(s.crc, 0) AS crc
      FROM documents d LEFT JOIN snapshots s ON s.document = d.name) AS documents`,
  },
]

/** Why tables, or columns of them (`table.column`), do not go over. */
export type LeftOut = Readonly<Record<string, string>>

const OF_WORDS = 'made anew of the trail'
const OF_TOKENS = 'goes over as the last token'
const OF_CODES = 'good for ten minutes'
const OF_BRIDGE = 'the bridge says it anew when it begins'
const OF_NUMBERING = 'looked for anew from the first line of the trail on'

/** What a file has and no database gets. */
export const LEFT_IN_FILE: LeftOut = {
  trail_words: OF_WORDS,
  trail_words_data: OF_WORDS,
  trail_words_idx: OF_WORDS,
  trail_words_config: OF_WORDS,
  trail_indexed: OF_WORDS,
  numbered: OF_NUMBERING,
  effect_tokens: OF_TOKENS,
  phone_codes: OF_CODES,
  phone_bridge: OF_BRIDGE,
  'refusals.id': 'numbered anew, in the same order',
}

/** What a database has and no file gets. */
export const LEFT_IN_DATABASE: LeftOut = {
  trail_words: OF_WORDS,
  trail_indexed: OF_WORDS,
  numbered: OF_NUMBERING,
  effect_tokens: OF_TOKENS,
  phone_codes: OF_CODES,
  phone_bridge: OF_BRIDGE,
  'refusals.id': 'numbered anew, in the same order',
  'audit.row': 'numbered anew, in the same order: a file has it by itself',
  pen: 'goes over as the number of the file’s last row',
  'documents.renewed': 'tells running servers of a packing: after a restore none runs',
  'company.one': 'keeps the table at one row',
  'sending.one': 'keeps the table at one row',
  schema_version: 'the program’s that makes the tables',
  attempt: 'guesses of the last minutes',
  backups_noted: 'tells of folders on servers, which stay as they are',
}

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
  return { name, source: quoted(name), columns, order: { postgres: quoted(order), sqlite: quoted(order) }, atOnce }
}
