import type { Logger } from 'pino'
import { documentOf } from '../../shared/documents/documents.ts'
import type { Transaction } from '../../shared/records/writing/transaction.ts'
import type { Look } from '../../shared/rules/look.ts'
import type { Documents } from '../runtime/documents/documents.ts'
import type { Replica } from '../runtime/replica.ts'
import type { LedgerClient } from '../runtime/server/ledger/ledger-client.ts'
import type { AgentSegments } from '../segments/segments.ts'
import type { Memory } from './memory.ts'

/** What the parts of the agent work with. */
export interface Ground {
  readonly replica: Replica
  readonly documents: Documents
  readonly memory: Memory
  readonly ledger: Pick<LedgerClient, 'perform'>
  /** Who is in segments, for criteria that name them. */
  readonly segments: AgentSegments
  readonly log: Logger
  /** Milliseconds since 1970. */
  now(): number
}

/** The documents of an order and of all that its rules make: its own, its runs and messages, its events. */
export function documentsOf({ replica }: Pick<Ground, 'replica'>, order: string): readonly string[] {
  return ['orders', 'runs', 'events'].map((family) => documentOf(replica.pass.company, family, order))
}

/** Looks around in a transaction: what it has written so far is seen. */
export function lookIn(
  tx: Transaction,
  { replica, segments }: Pick<Ground, 'replica'> & Partial<Pick<Ground, 'segments'>>,
): Look {
  const find: Look['find'] = (collection, id) => tx.find(collection, id)
  return { find, all: (collection) => replica.rows(collection), ...(segments && { segments }) }
}

/** Reads in a transaction that writes nothing. */
export function look<T>(ground: Parameters<typeof lookIn>[1], read: (look: Look) => T): T {
  let found: { readonly value: T } | undefined
  ground.replica.write((tx) => {
    found = { value: read(lookIn(tx, ground)) }
  })
  // Set above: what threw has left already.
  return (found as { readonly value: T }).value
}
