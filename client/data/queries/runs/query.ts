/** How often rules have run, for the list of them. */
export interface TalliesQuery {
  readonly what: 'tallies'
}

/** What came of a rule. */
export interface Tally {
  /** When it ran last, ms; null: never. */
  readonly last: number | null
  /** How many of its runs failed, or ended nobody knows how. */
  readonly failed: number
}

export interface TalliesAnswer {
  readonly what: 'tallies'
  /** By the rule's id. */
  readonly rules: { readonly [rule: string]: Tally }
}
