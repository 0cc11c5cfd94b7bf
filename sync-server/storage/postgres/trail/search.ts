import type { TrailSearch } from '../../../../shared/trail/search.ts'
import { wordsIn } from '../../../trail/words.ts'
import type { TrailEntry, TrailPlace, TrailStep } from '../../storage.ts'
import type { Asked } from '../pool.ts'
import { lexemeOf } from './words.ts'

const ENTRY =
  'a.row, a.journal, a.document, a.collection, a.record, a.path, a."user", a.replica, a.at, a.stamp, a.value FROM audit a'

/** Whoever is asked about, by the column of the same name. */
const EXACT = ['user', 'replica', 'collection', 'record'] as const

/** Searches the whole trail, all of it in one step: the database does so beside what else it is asked. */
export async function searchTrail(
  asked: Asked,
  search: TrailSearch,
  before: TrailPlace | null,
  limit: number,
): Promise<TrailStep> {
  const words = wordsIn(search.text)
  if (search.text !== '' && words.length === 0) return { entries: [], next: null }
  const { conditions, values } = conditionsOf(search, words, before)
  // By words the newest are the last that were journalled, whatever the clock said.
  const order = words.length > 0 ? 'a.row DESC' : 'a.at DESC, a.row DESC'
  const { rows: entries } = await asked.query<TrailEntry>(
    `SELECT ${ENTRY} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${Math.trunc(limit)}`,
    values,
  )
  const last = entries.length === limit ? entries.at(-1) : undefined
  return { entries, next: last ? { at: last.at, row: last.row } : null }
}

function conditionsOf(search: TrailSearch, words: readonly string[], before: TrailPlace | null) {
  const values: unknown[] = []
  const conditions = ['TRUE']
  /** `?` is the value's place. */
  const ask = (condition: string, value: unknown) => {
    if (value === null) return
    values.push(value)
    conditions.push(condition.replaceAll('?', `$${values.length}`))
  }
  for (const column of EXACT) ask(`a."${column}" = ?`, search[column])
  ask(`(a.path = ? OR starts_with(a.path, ? || '/') OR (a.path = '' AND has_field(a.value, ?)))`, search.field)
  ask('a.at >= ?', search.from)
  ask('a.at < ?', search.to)
  if (words.length > 0) {
    ask('a.row IN (SELECT row FROM trail_words WHERE words @@ ?::tsquery)', queryOf(words))
    ask('a.row < ?', before?.row ?? null)
  } else if (before) {
    ask('a.at <= ?', before.at)
    ask(`(a.at < $${values.length} OR a.row < ?)`, before.row)
  }
  return { conditions, values }
}

/** All of the words, each as the beginning of one; they are of letters and digits alone. */
function queryOf(words: readonly string[]): string {
  return words.map((word) => `'${lexemeOf(word)}':*`).join(' & ')
}
