import type { Filter, FilterNode } from '../../../shared/filters/filter.ts'
import { writeFilter } from '../../../shared/filters/text.ts'

/** A named set of conditions, offered side by side with others: «В работе», «Мои», «Все». */
export interface Scope {
  readonly id: string
  readonly filter: Filter
}

/** The widest scope: it asks for nothing. */
export const EVERYTHING: Scope = { id: 'all', filter: [] }

/** The scope whose conditions all stand in a filter, the narrowest of several, and what else stands there. */
export function splitScope(filter: Filter, scopes: readonly Scope[]): { readonly scope: Scope; readonly rest: Filter } {
  const fitting = scopes.filter((scope) => scope.filter.every((node) => stands(node, filter)))
  const scope = fitting.reduce((best, one) => (one.filter.length > best.filter.length ? one : best), EVERYTHING)
  return { scope, rest: filter.filter((node) => !stands(node, scope.filter)) }
}

/** The filter with another scope in the place of its own. */
export function withScope(filter: Filter, scopes: readonly Scope[], to: Scope): Filter {
  return [...to.filter, ...splitScope(filter, scopes).rest]
}

function stands(node: FilterNode, filter: Filter): boolean {
  const text = writeFilter([node])
  return filter.some((one) => writeFilter([one]) === text)
}
