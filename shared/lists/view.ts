import type { CollectionName } from '../collections.ts'
import type { Filter } from '../filters/filter.ts'
import { type Problem, problemsOf } from '../filters/problems.ts'
import { readFilter, writeFilter } from '../filters/text.ts'
import { canGroup, listField } from './fields.ts'

export interface SortBy {
  readonly field: string
  readonly down: boolean
}

/** A column of a list; without a width, as wide as the list has it at first. */
export interface ViewColumn {
  readonly field: string
  /** Pixels. */
  readonly width?: number
}

/** How a list is looked at. */
export interface ListView {
  readonly filter: Filter
  readonly search: string
  readonly sort: readonly SortBy[]
  /** Levels of groups, the outermost first: a field, or `date:month`, `date:day`. */
  readonly group: readonly string[]
  readonly columns: readonly ViewColumn[]
}

/** A view's parts as text: in addresses and in kept views. */
export type WrittenView = { readonly [K in keyof ListView]: string }

/** Widths that a column may be given, in pixels. */
const NARROWEST = 56
const WIDEST = 800

export function writeView({ filter, search, sort, group, columns }: ListView): WrittenView {
  return {
    filter: writeFilter(filter),
    search,
    sort: sort.map(({ field, down }) => `${down ? '-' : ''}${field}`).join(','),
    group: group.join(','),
    columns: writeColumns(columns),
  }
}

export function writeColumns(columns: readonly ViewColumn[]): string {
  return columns.map(({ field, width }) => (width === undefined ? field : `${field}=${width}`)).join(',')
}

/** Reads what was written; parts that are missing or are no such text are those of `base`. */
export function readView(
  written: { readonly [K in keyof WrittenView]?: string | null | undefined },
  base: ListView,
): ListView {
  const columns = readColumns(written.columns ?? '')
  return {
    filter: (written.filter != null && readFilter(written.filter)) || base.filter,
    search: written.search ?? base.search,
    sort: written.sort == null ? base.sort : words(written.sort).map(asSort),
    group: written.group == null ? base.group : words(written.group),
    columns: columns.length === 0 ? base.columns : columns,
  }
}

export function readColumns(text: string): ViewColumn[] {
  return words(text).flatMap((word) => {
    const [field, width] = word.split('=')
    const pixels = Number(width)
    if (!field) return []
    return [pixels >= NARROWEST && pixels <= WIDEST ? { field, width: pixels } : { field }]
  })
}

export function isSameView(a: ListView, b: ListView): boolean {
  return JSON.stringify(writeView(a)) === JSON.stringify(writeView(b))
}

/** What a view names that its list has not (any more). */
export interface ViewProblems {
  readonly filter: readonly Problem[]
  readonly columns: readonly string[]
  readonly sort: readonly string[]
  readonly group: readonly string[]
}

export function viewProblems({ filter, sort, group, columns }: ListView, collection: CollectionName): ViewProblems {
  const isUnknown = (field: string) => listField(collection, field) === undefined
  return {
    filter: problemsOf(filter, (name) => listField(collection, name)).filter(({ why }) => why !== 'unfinished'),
    columns: columns.map(({ field }) => field).filter(isUnknown),
    sort: sort.map(({ field }) => field).filter(isUnknown),
    group: group.filter((by) => !canGroup(collection, by.split(':')[0] ?? '')),
  }
}

/** The part of a view that its list can show: columns, order and groups of fields that are there. */
export function shownPart(view: ListView, collection: CollectionName): ListView {
  const { columns, sort, group } = viewProblems(view, collection)
  return {
    ...view,
    columns: view.columns.filter(({ field }) => !columns.includes(field)),
    sort: view.sort.filter(({ field }) => !sort.includes(field)),
    group: view.group.filter((by) => !group.includes(by)),
  }
}

function asSort(word: string): SortBy {
  return { field: word.replace(/^-/, ''), down: word.startsWith('-') }
}

function words(text: string): string[] {
  return text.split(',').filter(Boolean)
}
