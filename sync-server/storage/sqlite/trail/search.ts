import type Database from 'better-sqlite3'
import type { TrailSearch } from '../../../../shared/trail/search.ts'
import { wordsIn } from '../../../trail/words.ts'
import type { TrailEntry, TrailPlace, TrailStep } from '../../storage.ts'

/** So many lines that one index gives are looked into at once: a few milliseconds. */
const STEP = 4000
const END: TrailPlace = { at: Number.MAX_SAFE_INTEGER, row: Number.MAX_SAFE_INTEGER }
const COLUMNS = 'journal, document, collection, record, path, user, replica, stamp, value'

/** Which of what is asked for an index leads to; the rest is looked at line by line. */
type Lead = 'text' | 'record' | 'replica' | 'user' | 'collection' | 'time'

const INDEXES: Readonly<Record<Exclude<Lead, 'text'>, readonly [index: string, condition: string]>> = {
  record: ['audit_by_stamp', 'collection = @collection AND record = @record'],
  replica: ['audit_by_replica', 'replica = @replica'],
  user: ['audit_by_user', 'user = @user'],
  collection: ['audit_by_collection', 'collection = @collection'],
  time: ['audit_by_time', 'TRUE'],
}

const BESIDE: readonly (readonly [asked: keyof TrailSearch, led: readonly Lead[], condition: string])[] = [
  ['user', ['user'], 'a.user = @user'],
  ['replica', ['replica'], 'a.replica = @replica'],
  ['collection', ['collection', 'record'], 'a.collection = @collection'],
  ['record', ['record'], 'a.record = @record'],
  [
    'field',
    [],
    `(a.path = @field OR a.path GLOB @field || '/*'
      OR (a.path = '' AND json_valid(a.value) AND json_type(a.value, '$."' || @field || '"') IS NOT NULL))`,
  ],
]

/** How a search is answered: the statement that gives its lines, and the one that gives the place where its step ends. */
interface TrailPlan {
  readonly lines: string
  readonly end: string
  /** Nothing is looked at line by line: a step is as long as its answer. */
  readonly isExact: boolean
}

export function planOf(search: TrailSearch): TrailPlan {
  const lead = leadOf(search)
  const beside = BESIDE.filter(([asked, led]) => search[asked] !== null && !led.includes(lead)).map(([, , one]) => one)
  if (lead === 'text') beside.push('a.at >= @from', 'a.at < @to')
  const source = lead === 'text' ? byWords() : byIndex(...INDEXES[lead])
  return {
    lines: `SELECT a.rowid AS row, a.at, ${COLUMNS} FROM (${source}) s CROSS JOIN audit a ON a.rowid = s.row
      WHERE ${['TRUE', ...beside].join(' AND ')} ORDER BY ${lead === 'text' ? '' : 's.at DESC, '}s.row DESC LIMIT @limit`,
    end: `SELECT at, row FROM (${source}) LIMIT 1 OFFSET @step - 1`,
    isExact: beside.length === 0,
  }
}

function leadOf(search: TrailSearch): Lead {
  if (search.text !== '') return 'text'
  if (search.record !== null && search.collection !== null) return 'record'
  if (search.replica !== null) return 'replica'
  if (search.user !== null) return 'user'
  return search.collection === null ? 'time' : 'collection'
}

function byIndex(index: string, condition: string): string {
  return `SELECT rowid AS row, at FROM audit INDEXED BY ${index} WHERE ${condition} AND at >= @from AND at <= @last
    AND (at < @last OR rowid < @row) ORDER BY at DESC, rowid DESC LIMIT @step`
}

/** By words the newest are the last that were journalled. The place's row alone counts, whatever the clock said. */
function byWords(): string {
  return `SELECT trail_words.rowid AS row, (SELECT at FROM audit WHERE rowid = trail_words.rowid) AS at FROM trail_words
    WHERE trail_words MATCH @words AND trail_words.rowid < @place ORDER BY trail_words.rowid DESC LIMIT @step`
}

/** Searches the whole trail a step at a time. */
export function trailSearch(database: Database.Database) {
  const known = new Map<string, Database.Statement<object, never>>()
  const prepared = <T>(sql: string) => {
    const statement = known.get(sql) ?? database.prepare<object, never>(sql)
    known.set(sql, statement)
    return statement as unknown as Database.Statement<object, T>
  }
  return (search: TrailSearch, before: TrailPlace | null, limit: number): TrailStep => {
    const words = wordsIn(search.text)
    if (search.text !== '' && words.length === 0) return { entries: [], next: null }
    const plan = planOf(search)
    const asked = { ...search, ...bounds(search, before ?? END), ...matching(words), limit }
    const step = plan.isExact ? limit : STEP
    const entries = prepared<TrailEntry>(plan.lines).all({ ...asked, step })
    const [end] = prepared<TrailPlace>(plan.end).all({ ...asked, step })
    const last = entries.length === limit ? entries.at(-1) : end
    return { entries, next: last ? { at: last.at, row: last.row } : null }
  }
}

/** `last` is the latest moment that is looked at; of it, only the rows below `row`. */
function bounds({ from, to }: TrailSearch, { at, row: place }: TrailPlace) {
  const last = Math.min(at, (to ?? END.at) - 1)
  return { from: from ?? 0, to: to ?? END.at, place, last, row: last === at ? place : END.row }
}

function matching(words: readonly string[]) {
  return { words: words.map((word) => `"${word}"*`).join(' AND ') }
}
