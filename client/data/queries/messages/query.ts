import type { Way } from '../../../../shared/messages/collections.ts'
import type { Problem } from '../../../../shared/messages/filling/problems.ts'

/** How a text reads for an order. */
export interface FilledQuery {
  readonly what: 'filled'
  readonly way: Way
  readonly subject: string | null
  /** In the form of shared/messages/body. */
  readonly body: string | null
  readonly order: string
}

/** Null where the order is not here. */
export interface FilledAnswer {
  readonly what: 'filled'
  readonly filled: Filled | null
}

export interface Filled {
  readonly subject: string
  /** In the form of shared/messages/body. */
  readonly body: string
  readonly problems: readonly Problem[]
}
