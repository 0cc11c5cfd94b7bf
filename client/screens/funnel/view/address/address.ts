import type { FunnelBy } from '../../../../../shared/funnel/index.ts'
import { SORTS } from '../../../../../shared/orders/collections.ts'
import { COLUMNS, OPTIONAL } from '../../figures/columns.ts'
import { readFigure, writeFigure } from '../../figures/figure-address.ts'
import { FIRST_VIEW, type FunnelView, type GroupOrder, OF_BESIDE, OF_PERIOD } from '../view.ts'
import { BESIDE, PERIODS } from './period.ts'

/** The variants, in the order in which they are offered. */
export const BY = ['order', 'customer', 'manager', 'department'] as const satisfies readonly FunnelBy[]

type Search = Readonly<Record<string, string | string[] | undefined>>

/** How each part of a view is written into the address, and read back; null and undefined: as at first. */
const PARTS: { readonly [K in keyof FunnelView]: Part<FunnelView[K]> } = {
  period: oneOf(PERIODS),
  from: { write: (day) => day, read: plainDate },
  to: { write: (day) => day, read: plainDate },
  beside: oneOf(BESIDE),
  besideFrom: { write: (day) => day, read: plainDate },
  besideTo: { write: (day) => day, read: plainDate },
  show: oneOf(['report', 'trend']),
  by: oneOf(BY),
  sort: oneOf(['all', ...SORTS]),
  kinds: ids(),
  managers: ids(),
  departments: ids(),
  search: { write: (text) => text, read: (text) => text },
  columns: {
    write: (on) => on.join(','),
    read: (text) => OPTIONAL.filter((column) => text.split(',').includes(column)),
  },
  mode: oneOf(['reached', 'visited']),
  basis: oneOf(['order', 'move']),
  moment: oneOf(['now', 'end']),
  order: { write: ({ by, down }) => `${down ? '-' : ''}${by}`, read: readOrder },
  at: {
    write: (at) =>
      Object.entries(at)
        .map((entry) => entry.join('.'))
        .join(','),
    read: readAt,
  },
  open: ids(),
  figure: { write: (figure) => figure && writeFigure(figure), read: readFigure },
  figureOf: { write: (of) => of, read: (text) => (IS_WHOSE.test(text) ? text : undefined) },
}

/** Whose a figure is. */
const IS_WHOSE = new RegExp(`^(${OF_PERIOD}|${OF_BESIDE}|\\d{4}-(0[1-9]|1[0-2]))$`)

interface Part<T> {
  write(value: T): string | null
  read(text: string): T | undefined
}

/** The changed parts of a view as search parameters; null takes a parameter out: that part is as at first. */
export function toSearch(change: Partial<FunnelView>): Record<string, string | null> {
  return Object.fromEntries(NAMES.filter((name) => name in change).map((name) => [name, written(name, change[name])]))
}

/** The view that an address names; what it does not name, or names wrongly, is as at first. */
export function fromSearch(search: Search): FunnelView {
  const entries = NAMES.map((name) => [name, readPart(name, search)])
  return { ...FIRST_VIEW, ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)) }
}

const NAMES = Object.keys(PARTS) as (keyof FunnelView)[]

function written<K extends keyof FunnelView>(name: K, value: FunnelView[K] | undefined): string | null {
  if (value === undefined || JSON.stringify(value) === JSON.stringify(FIRST_VIEW[name])) return null
  return PARTS[name].write(value)
}

function readPart<K extends keyof FunnelView>(name: K, search: Search): FunnelView[K] | undefined {
  const text = search[name]
  return typeof text === 'string' && text !== '' ? PARTS[name].read(text) : undefined
}

function oneOf<T extends string>(choices: readonly T[]): Part<T> {
  return { write: (value) => value, read: (text) => choices.find((choice) => choice === text) }
}

/** Lists of ids, which hold no commas. */
function ids(): Part<readonly string[]> {
  return { write: (list) => list.join(','), read: (text) => text.split(',').filter(Boolean) }
}

function plainDate(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

function readOrder(text: string): GroupOrder | undefined {
  const by = (['name', ...COLUMNS] as const).find((one) => one === text.replace(/^-/, ''))
  return by && { by, down: text.startsWith('-') }
}

function readAt(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('.'))
  return Object.fromEntries(pairs.flatMap(([kind, state]) => (kind && state ? [[kind, state]] : [])))
}
