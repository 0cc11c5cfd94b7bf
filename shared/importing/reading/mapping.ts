import * as v from 'valibot'
import { COMPLETIONS, SORTS } from '../../orders/collections.ts'
import { isZone } from '../../time/days.ts'
import { ENCODINGS } from './bytes/encodings.ts'
import { SEPARATORS } from './csv/separator.ts'
import { isDateForm } from './dates.ts'

const word = v.pipe(v.string(), v.nonEmpty())

/**
 * Where a value comes from. Exactly one of: `column` (a cell), `value` (the same for all rows), `template` (lines of
 * text with `{column}` in them; a line whose columns are all empty is left out), `of` (the department of the person in
 * that field). A cell may be replaced by `map`, and be given `assume` where it is empty; both are told in the report.
 * `empty`: what an empty cell does to its row. `missing`: what happens when no record has the name that stands there. `by`: a reference
 * is by the record's name, or by the key of a row that another source of the mapping has.
 */
const cell = v.pipe(
  v.strictObject({
    column: v.optional(word),
    value: v.optional(word),
    template: v.optional(v.array(word)),
    of: v.optional(word),
    map: v.optional(v.record(v.string(), v.string()), {}),
    assume: v.optional(word),
    empty: v.optional(v.picklist(['leave', 'refuse']), 'leave'),
    missing: v.optional(v.picklist(['create', 'refuse']), 'refuse'),
    by: v.optional(v.picklist(['name', 'key']), 'name'),
  }),
  v.check(
    ({ column, value, template, of }) => [column, value, template, of].filter((one) => one !== undefined).length === 1,
    'cell-source',
  ),
)

const fields = v.record(word, cell)

/** One move of an order in a stage: to a state of the kind, or, with `completion`, to «Завершен». */
const move = v.pipe(
  v.strictObject({
    at: cell,
    state: v.optional(word),
    completion: v.optional(v.picklist(COMPLETIONS)),
    reason: v.optional(cell),
    comment: v.optional(cell),
  }),
  v.check((one) => (one.state === undefined) !== (one.completion === undefined), 'move-target'),
  v.check((one) => (one.completion === 'cancelled') === (one.reason !== undefined), 'reason-when-cancelled'),
)

/** A row whose record this mapping made before: it stays as it is, or gets what the row says now. */
const changed = v.optional(v.picklist(['leave', 'update']), 'leave')

const records = v.strictObject({
  what: v.picklist(['organisations', 'departments', 'people', 'products', 'customers']),
  file: word,
  /** The column that names a row apart from others: twice the same key is the same record. */
  key: word,
  /** A key that stood in the file before: the row is refused, or only the first counts. */
  repeated: v.optional(v.picklist(['refuse', 'first']), 'refuse'),
  changed,
  fields,
  /** A row whose record this mapping made before and somebody has removed: that stays so, or is brought back. */
  removed: v.optional(v.picklist(['leave', 'restore']), 'leave'),
  /** Lists of a record that is made, by name: each of the cells makes an entry, unless they are all empty. */
  lists: v.optional(v.record(word, v.array(fields)), {}),
})

const orders = v.strictObject({
  what: v.literal('orders'),
  file: word,
  key: word,
  repeated: v.optional(v.picklist(['refuse', 'first']), 'refuse'),
  changed,
  fields,
  /** Each makes one line of the order; a line whose cells are all empty is left out. */
  lines: v.array(fields),
  stage: v.strictObject({
    column: word,
    /** The name of one of `kinds`. */
    kind: word,
    /** By the text in the column: the moves that such an order has made, in order. */
    stages: v.record(word, v.pipe(v.array(move), v.minLength(1))),
  }),
})

const hue = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(359)))
const named = v.strictObject({ name: word, hue })

const currency = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  name: v.optional(word),
  /** From that day on, one unit is worth `rate` (six decimals at most) of the company's currency. */
  rates: v.array(
    v.strictObject({
      from: v.pipe(v.string(), v.isoDate()),
      rate: v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,6})?$/)),
    }),
  ),
})

const format = v.strictObject({
  dates: v.pipe(v.string(), v.check(isDateForm, 'date-form')),
  decimal: v.optional(v.picklist(['.', ',']), '.'),
  group: v.optional(v.picklist(['', ' ', ',', '.', "'"]), ''),
  /** Without these, they are found out from the file. */
  delimiter: v.optional(v.picklist(SEPARATORS)),
  encoding: v.optional(v.picklist(ENCODINGS)),
})

const mapping = v.strictObject({
  /** Names the source: part of every id, so the same file under another name is another import. */
  name: word,
  format,
  /** The zone of the file's dates; without it, the company's own. */
  zone: v.optional(v.pipe(v.string(), v.check(isZone, 'zone'))),
  /** The company's currency, for a company that has none yet. A company's currency is never changed. */
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  currencies: v.optional(v.array(currency), []),
  kinds: v.optional(v.array(v.strictObject({ name: word, sort: v.picklist(SORTS), states: v.array(named) })), []),
  reasons: v.optional(v.array(named), []),
  /** Read in this order: what rows refer to by name stands before them. */
  sources: v.pipe(v.array(v.variant('what', [records, orders])), v.minLength(1)),
})

/** How rows of files become records (README.md beside this file). */
export type Mapping = v.InferOutput<typeof mapping>
export type Cell = v.InferOutput<typeof cell>
export type CellsByField = Readonly<Record<string, Cell>>
export type RecordSource = v.InferOutput<typeof records>
export type OrderSource = v.InferOutput<typeof orders>
export type StageMove = v.InferOutput<typeof move>

/** A wrong place in a mapping: its path, what should stand there, and what does. */
export interface MappingProblem {
  readonly path: string
  readonly expected: string
  readonly found: string
}

/** Checks what a mapping file holds. */
export function readMapping(
  json: unknown,
): { readonly mapping: Mapping } | { readonly problems: readonly MappingProblem[] } {
  const result = v.safeParse(mapping, json)
  return result.success ? { mapping: result.output } : { problems: result.issues.map(problemOf) }
}

function problemOf(issue: v.BaseIssue<unknown>): MappingProblem {
  return { path: v.getDotPath(issue) ?? '', expected: issue.expected ?? issue.message, found: issue.received }
}
