import { type Call, calls } from '../../../shared/calls/collections.ts'
import { type Candidate, SAME_NAME_WITHIN } from '../../../shared/calls/settling/which-call.ts'
import { documentOf, parseDocument } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId, parseId } from '../../../shared/records/keys/id.ts'
import { findIn } from '../../runtime/find.ts'
import type { Replica } from '../../runtime/replica.ts'

/** A call as it is known here. */
export type KnownCall = Candidate & Pick<Call, 'phone' | 'isUnended'>

/** Calls by phone and day, kept from the change feed as long as the replica is: no report looks through all of them. */
export class KnownCalls {
  readonly #replica: Replica
  readonly #byDay = new Map<string, Map<string, KnownCall>>()
  readonly #days = new Map<string, string>()

  constructor(replica: Replica) {
    this.#replica = replica
    for (const call of replica.rows(calls)) this.#put(call)
    const find = findIn(replica)
    replica.observe((changes) => {
      for (const { collection, id } of changes) if (collection.name === calls.name) this.#note(id, find(calls, id))
    })
  }

  /** Looks at documents that were opened: what came while they were closed is not told as a change. */
  look(documents: readonly string[]): void {
    for (const name of documents) for (const call of this.#replica.rowsIn(name, calls)) this.#put(call)
  }

  /** Calls of a phone within a day of a time, ms since 1970. */
  *around(phone: string, at: number): Generator<KnownCall> {
    for (const day of [-1, 0, 1]) {
      const known = this.#byDay.get(dayKey(phone, at + day * SAME_NAME_WITHIN))
      if (known) yield* known.values()
    }
  }

  #note(id: string, call: Call | null): void {
    if (call) this.#put(call)
    else this.#forget(id)
  }

  #put(call: Call): void {
    this.#forget(call.id)
    const at = call.rang ?? call.asked
    if (call.phone === null || at === null || call.gone) return
    const key = dayKey(call.phone, at)
    const known = this.#byDay.get(key) ?? new Map<string, KnownCall>()
    this.#byDay.set(key, known.set(call.id, call))
    this.#days.set(call.id, key)
  }

  #forget(id: string): void {
    const key = this.#days.get(id)
    if (key === undefined) return
    this.#days.delete(id)
    this.#byDay.get(key)?.delete(id)
  }
}

const dayKey = (phone: string, at: number) => `${phone} ${Math.floor(at / SAME_NAME_WITHIN)}`

/** The documents in which a call may lie that is within a day of a time. */
export function documentsAround(company: string, at: number): readonly string[] {
  const times = [at - SAME_NAME_WITHIN, at, Math.min(at + SAME_NAME_WITHIN, Math.max(at, Date.now()))]
  return [...new Set(times.map((time) => documentOf(company, calls.family, newId(COMMON, time))))]
}

/** The document in which the call of an id lies, if there is such a call; null for what is no id, and for a time and circle that are not. */
export function documentOfCall(company: string, id: string): string | null {
  if (!parseId(id)) return null
  const name = documentOf(company, calls.family, id)
  return parseDocument(name, Date.now()) && name
}

const BY_REPLICA = new WeakMap<Replica, KnownCalls>()

/** The calls that a replica knows: one for all that ask. */
export function knownCalls(replica: Replica): KnownCalls {
  const known = BY_REPLICA.get(replica) ?? new KnownCalls(replica)
  BY_REPLICA.set(replica, known)
  return known
}
