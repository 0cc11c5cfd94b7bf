import type { ActionSort } from '../../../../../shared/rules/collections.ts'
import type { RunOrder } from '../query.ts'

/** «Проверка»: what a rule would have done over the latest orders; it is answered part by part, and not again when these change. */
export interface TrialQuery {
  readonly what: 'trial'
  readonly rule: string
  /** Over so many orders of its sort, the latest first. */
  readonly last: number
  /** Which try it is: another one is made anew. */
  readonly turn: number
}

/** What a rule would have done for one occasion of an order. */
export interface TrialRow {
  readonly id: string
  readonly order: RunOrder
  /** When that happened, ms. */
  readonly at: number
  /** Why nothing would have been done, in the form of shared/rules/why.ts; null: it would have. */
  readonly why: string | null
  readonly actions: readonly TrialAction[]
}

export interface TrialAction {
  readonly id: string
  readonly does: ActionSort | null
  /** When it would have been due, ms. */
  readonly due: number
  /** The address or number that a message would have gone to, and whose that is. */
  readonly to: string | null
  readonly who: string | null
  /** Why it would have gone to nobody, or not at all, in the form of shared/rules/why.ts. */
  readonly why: string | null
  readonly subject: string | null
  /** Of a letter or SMS in the form of shared/messages/body, else words. */
  readonly text: string | null
}

export interface TrialAnswer {
  readonly what: 'trial'
  readonly rows: readonly TrialRow[]
  /** How many orders were looked at, of how many. */
  readonly done: number
  readonly total: number
}
