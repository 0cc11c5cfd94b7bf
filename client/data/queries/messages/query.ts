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

/** Whose addresses fit what is typed; answered when it is asked, and not kept. */
export interface ReadersQuery {
  readonly what: 'readers'
  readonly text: string
}

export interface ReadersAnswer {
  readonly what: 'readers'
  /** Those of customers and their contacts first, then of who wrote. */
  readonly readers: readonly OfferedReader[]
}

export interface OfferedReader {
  readonly address: string
  readonly name: string
  /** What a mail server said of it, where it takes no letters. */
  readonly refused?: string | undefined
}
