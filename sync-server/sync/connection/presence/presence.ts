import type { beforeHandleAwarenessPayload, Connection, Document } from '@hocuspocus/server'
import { removeAwarenessStates } from 'y-protocols/awareness'
import { presenceDocument, stamped } from '../../../../shared/presence/presence.ts'
import type { Writer } from '../../update/check.ts'
import type { Context } from '../session.ts'

/**
 * What devices say of themselves, before the others hear it (SPEC J17, J18). Hocuspocus lets whoever is connected to a
 * document say anything there, under any number and for anybody; read-only connections too.
 */
export class Presence {
  readonly #document: string

  constructor(company: string) {
    this.#document = presenceDocument(company)
  }

  /** Leaves of the states in a message the sender's own, under his own name. */
  take({ documentName, document, connection, context, states }: beforeHandleAwarenessPayload<Context>): void {
    const by = context?.session?.by
    const isHere = documentName === this.#document
    const own = connection && by && isHere ? ownState(document, states, by) : null
    states.clear()
    if (!own || !connection || !by) return
    claim(document, connection, own.client, by)
    states.set(own.client, { ...own.state })
  }
}

/** The first state that says something, unless its number is another replica's. */
function ownState(document: Document, states: beforeHandleAwarenessPayload<Context>['states'], by: Writer) {
  for (const [client, said] of states) {
    const state = stamped(said, by)
    if (state) return isAnothers(document, client, by) ? null : { client, state }
  }
  return null
}

/** Whoever holds the number may be connected to another server. */
function isAnothers(document: Document, client: number, { replica }: Writer): boolean {
  const speaker = document.awareness.getStates().get(client)?.replica
  if (speaker !== undefined && speaker !== replica) return true
  return document.getConnections().some((one) => document.getClients(one).has(client) && replicaOf(one) !== replica)
}

/**
 * The replica's one state is this connection's from now on, and goes with it. Hocuspocus itself notes only numbers that
 * it has never seen, so the state of a device that came back would outlive its line.
 */
function claim(document: Document, connection: Connection<Context>, client: number, { replica }: Writer): void {
  for (const one of document.getConnections().filter((other) => replicaOf(other) === replica)) {
    const clients = document.getClients(one)
    clients.delete(client)
    removeAwarenessStates(document.awareness, [...clients], null)
    clients.clear()
  }
  document.getClients(connection).add(client)
}

function replicaOf({ context }: Connection<Context>): string | undefined {
  return context.session?.by.replica
}
