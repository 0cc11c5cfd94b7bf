import type { Run } from '../../../../shared/rules/collections.ts'

/** What came of a rule, or of all rules for an order. */
export interface RunsQuery {
  readonly what: 'runs'
  readonly of: 'rules' | 'orders'
  readonly id: string
  /** So many at most, the newest first. */
  readonly to: number
}

/** A run, and what it names. */
export interface RunRow {
  readonly id: string
  readonly run: Run
  readonly order: RunOrder | null
  /** What its steps made, by their ids. */
  readonly made: { readonly [step: string]: MadeRecord }
}

/** The order of a run, as it is named. */
export interface RunOrder {
  readonly id: string
  readonly sort: string | null
  readonly number: string | null
  readonly customer: string | null
}

/** What a step made, by its collection and id, and what it is called. */
export interface MadeRecord {
  readonly collection: string
  readonly id: string
  readonly name: string | null
}

export interface RunsAnswer {
  readonly what: 'runs'
  readonly rows: readonly RunRow[]
  /** How many there are in all. */
  readonly count: number
}
