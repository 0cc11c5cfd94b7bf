import type { FeedRow } from '../../shared/effects/feed.ts'
import type { FeatureId } from '../../shared/features/features.ts'
import { isObject, type Json } from '../../shared/records/declarations/value.ts'
import { CREATED } from '../../shared/rules/ids.ts'
import type { Told } from '../../shared/rules/planning/heard.ts'
import { HEARD_BY_SEGMENTS } from '../segments/segments.ts'

/** The collections whose writes matter to rules. */
export const HEARD = [...HEARD_BY_SEGMENTS, 'rules', 'runs', 'messages', 'features'] as const

/** What a page of the journal says that matters to rules. */
export interface Heard {
  /** Rules that were switched on or off, by the last such write. */
  readonly switched: ReadonlyMap<string, { readonly isOn: boolean; readonly journal: number }>
  /** The number at which rules were switched on with all of them (shared/features), by the last such write; 0: they were not. */
  readonly allOn: number
  /** Of orders, the moves and the making that were told, by `CREATED` or the move's id. */
  readonly told: ReadonlyMap<string, ReadonlyMap<string, Told>>
  /** Every order, run and message that was written. */
  readonly orders: ReadonlySet<string>
  readonly runs: ReadonlySet<string>
  readonly messages: ReadonlySet<string>
  /** Whether any rule was written or switched with all of them, and anything that orders refer to. */
  readonly hasRules: boolean
  readonly hasData: boolean
}

export function heardIn(rows: readonly FeedRow[]): Heard {
  const by = Map.groupBy(rows, ({ collection }) => collection)
  const ids = (name: string) => new Set((by.get(name) ?? []).map(({ record }) => record))
  const isData = (name: string) => name === 'customers' || name === 'products' || name === 'productGroups'
  return {
    switched: new Map((by.get('rules') ?? []).flatMap(switchIn)),
    allOn: Math.max(0, ...(by.get('features') ?? []).filter(isAllOn).map(({ journal }) => journal)),
    told: toldIn(by.get('orders') ?? []),
    orders: ids('orders'),
    runs: ids('runs'),
    messages: ids('messages'),
    hasRules: by.has('rules') || by.has('features'),
    hasData: [...by.keys()].some(isData),
  }
}

function isAllOn({ record, path, value }: FeedRow): boolean {
  return record === ('rules' satisfies FeatureId) && path === 'isOff' && value !== true
}

function switchIn({ record, path, value, journal }: FeedRow) {
  const isOn = path === '' ? isObject(value) && value.on === true : value === true
  return path === 'on' || path === '' ? [[record, { isOn, journal }] as const] : []
}

function toldIn(rows: readonly FeedRow[]): Map<string, Map<string, Told>> {
  const told = new Map<string, Map<string, Told>>()
  for (const { record, path, value, journal, at } of rows) {
    const known = told.get(record) ?? new Map<string, Told>()
    for (const by of startsIn(path, value)) if (!known.has(by)) known.set(by, { journal, at })
    if (known.size > 0) told.set(record, known)
  }
  return told
}

/** What a write of an order tells that rules may start by: its making with its first moves, or a move. */
function startsIn(path: string, value: Json): string[] {
  if (path === '') return [CREATED, ...(isObject(value) && isObject(value.moves) ? Object.keys(value.moves) : [])]
  const [list, move, more] = path.split('/')
  return list === 'moves' && move !== undefined && more === undefined ? [move] : []
}
