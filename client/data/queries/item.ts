import type { FilterValue } from '../../../shared/filters/filter.ts'

/** A value that a list can filter, sort and group by. */
export type Cell = FilterValue

/** A record as lists show it: its fields, the names of what it refers to, and what is derived. */
export type Item = { readonly id: string } & { readonly [field: string]: Cell | readonly string[] }
