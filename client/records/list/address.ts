import { type ListView, readView, type WrittenView, writeView } from '../../../shared/lists/view.ts'
import type { FoundBy } from '../../data/queries/finding/query.ts'
import { EVERYTHING, type Scope, splitScope } from './scopes.ts'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** A list's view as search parameters; null takes one out: that part is as at first. */
export function toSearch(view: ListView, first: ListView, scopes: readonly Scope[]): Record<string, string | null> {
  const { scope, rest } = splitScope(view.filter, scopes)
  const own = splitScope(first.filter, scopes)
  const written = writeView({ ...view, filter: rest })
  const unchanged = writeView({ ...first, filter: own.rest })
  const parts = Object.entries(written).map(([name, text]) => [
    name,
    text === unchanged[name as keyof WrittenView] ? null : text,
  ])
  return { ...Object.fromEntries(parts), scope: scope.id === own.scope.id ? null : scope.id }
}

/** The view that an address names; what it does not name, or names wrongly, is as at first. */
export function fromSearch(search: Search, first: ListView, scopes: readonly Scope[]): ListView {
  const own = splitScope(first.filter, scopes)
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const parts = ['filter', 'search', 'sort', 'group', 'columns'] as const
  const written = Object.fromEntries(parts.map((name) => [name, text(name)]))
  const view = readView(written, { ...first, filter: own.rest })
  const scope = scopes.find(({ id }) => id === text('scope')) ?? own.scope
  return { ...view, filter: [...scope.filter, ...view.filter] }
}

/** A list at its path, held to what the search over everything finds, whatever scope it has at first. */
export function addressOfFound(path: string, { text, person }: FoundBy): string {
  const by = new URLSearchParams({ found: text, scope: EVERYTHING.id, ...(person !== null && { whose: person }) })
  return `${path}?${by}`
}

/** What a list's address holds it to; null: to nothing that is found. */
export function foundBy({ found, whose }: Search): FoundBy | null {
  if (typeof found !== 'string' || found.trim() === '') return null
  return { text: found, person: typeof whose === 'string' ? whose : null }
}
