import { type Call, calls, phones } from '../../../../../shared/calls/collections.ts'
import type { CollectionName } from '../../../../../shared/collections.ts'
import { COMMON } from '../../../../../shared/documents/families.ts'
import { spacedNumber } from '../../../../../shared/phones/phone.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'
import { callersOf } from './callers.ts'
import type { KnownNumbers } from './numbers.ts'
import type { CallWindow, CallWindowsAnswer } from './query.ts'
import { isOwn, OLDEST, sinceOf, stands } from './whose-call.ts'

/** What windows tell besides calls: looked at while there is one. */
const SHOWN: readonly CollectionName[] = [
  ...(['callsAside', 'phones', 'ignoredNumbers', 'customers', 'orders', 'events', 'jobs'] as const),
  ...(['states', 'kinds', 'people', 'company', 'currencies'] as const),
]

/** Windows of calls, out of what is on the device: few calls are new enough, and of the others no record is made. */
export class LiveCallWindows {
  readonly #directory: Directory
  readonly #numbers: KnownNumbers
  readonly #user: string
  /** Calls that may have a window. */
  readonly #new = new Set<string>()

  constructor(directory: Directory, numbers: KnownNumbers, user: string) {
    this.#directory = directory
    this.#numbers = numbers
    this.#user = user
    this.#noteAll(directory.rows('calls').keys())
  }

  /** Takes in changes; whether they may touch the answer. */
  take(changed: ItemsChanged): boolean {
    const ids = changed.get('calls')
    const before = this.#new.size
    this.#noteAll(ids === 'all' ? this.#directory.rows('calls').keys() : (ids ?? []))
    const isCall = ids === 'all' || [...(ids ?? [])].some((id) => this.#new.has(id))
    return isCall || this.#new.size !== before || (before > 0 && SHOWN.some((name) => changed.has(name)))
  }

  /** Time has gone by: windows whose end nobody reports. */
  look(): boolean {
    return this.#new.size > 0
  }

  answer(): CallWindowsAnswer {
    const { now } = this.#directory
    const windows = [...this.#standing(now)].map((call) => this.#window(call)).sort((a, b) => b.since - a.since)
    return { what: 'callWindows', windows }
  }

  /** Ids of one circle are in the order of their time. */
  #noteAll(ids: Iterable<string>): void {
    const oldest = oldestAt(this.#directory.now)
    for (const id of ids) if (id >= oldest) this.#new.add(id)
  }

  /** Calls that have a window; one that is over comes back only by a change of its own. */
  *#standing(now: number): Generator<Call> {
    for (const id of this.#new) {
      const call = this.#directory.typed(calls, id)
      if (!call || !stands(call, this.#directory.me, now)) this.#new.delete(id)
      else if (isOwn(this.#directory, call, this.#user) && !this.#isIgnored(call)) yield call
    }
  }

  #isIgnored({ direction, number }: Call): boolean {
    return direction !== 'out' && this.#numbers.isIgnored(number)
  }

  #window(call: Call): CallWindow {
    const { id, direction, state, failure, number, extension, line, event, order, note, taken, answered, ended } = call
    const phone = this.#directory.typed(phones, call.phone)
    return {
      ...{ id, direction, state, failure, number, extension, line, event, order, note, taken },
      spaced: number === null ? null : spacedNumber(number),
      phone: phone && { id: phone.id, name: phone.name, owner: phone.owner },
      since: sinceOf(call),
      talked: answered !== null && ended !== null ? Math.max(0, ended - answered) : null,
      callers: callersOf(this.#directory, call, this.#numbers.find(call)),
      isBound: call.customer !== null,
    }
  }
}

/** The least id of a call that may have a window. */
function oldestAt(now: number): string {
  return newId(COMMON, now - OLDEST).slice(0, COMMON.length + 14)
}
