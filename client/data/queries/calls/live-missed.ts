import { type Call, calls } from '../../../../shared/calls/collections.ts'
import type { OpenMissed } from '../../../../shared/calls/missed/missed.ts'
import { MissedBook } from '../../../../shared/calls/missed/missed-book.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { contactOf } from '../../../../shared/customers/contact-of.ts'
import { spacedNumber } from '../../../../shared/phones/phone.ts'
import { parseId } from '../../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { MissedCall, MissedCallsAnswer } from './query.ts'

/** What was missed longer ago is asked of nobody any more (SPEC CL7). */
const ASKED_FOR = 60 * DAY_MS
/** What their answer names. */
const NAMED: readonly CollectionName[] = ['customers', 'people', 'phones', 'company', 'ignoredNumbers']

/** The open missed calls, kept call by call; of years of calls those of the last weeks alone are read. */
export class LiveMissed {
  readonly #directory: Directory
  #book = new MissedBook()

  constructor(directory: Directory) {
    this.#directory = directory
    this.turn()
  }

  /** Takes in changes; whether they may touch the answer. */
  take(changed: ItemsChanged): boolean {
    const ids = changed.get('calls')
    if (ids === 'all') this.turn()
    else for (const id of ids ?? []) this.#note(id)
    return ids !== undefined || NAMED.some((name) => changed.has(name))
  }

  /** Another day: what is too old leaves. */
  turn(): void {
    this.#book = new MissedBook()
    for (const id of this.#directory.rows('calls').keys()) this.#note(id)
  }

  answer(): MissedCallsAnswer {
    const open = this.#book.open().flatMap((one) => this.#told(one) ?? [])
    return { what: 'missedCalls', open, mine: open.filter(({ isMine }) => isMine).length }
  }

  #note(id: string): void {
    const { time = 0 } = parseId(id) ?? {}
    const call = this.#directory.now - time > ASKED_FOR ? null : this.#directory.typed(calls, id)
    if (call) this.#book.put(call)
    else this.#book.delete(id)
  }

  #told(open: OpenMissed): MissedCall | null {
    const directory = this.#directory
    const call = directory.typed(calls, open.id)
    if (!call || directory.ignores(call.number)) return null
    const { responsible, note } = call
    return {
      ...open,
      shown: this.#shown(call),
      customer: directory.customer(call.customer),
      customerName: directory.name('customers', call.customer),
      contactName: contactOf(directory.contactsAt(call.customer), call.contact)?.name ?? null,
      responsible,
      responsibleName: directory.name('people', responsible),
      callsBackName: directory.name('people', open.callsBack),
      phoneName: directory.name('phones', call.phone),
      note,
      isMine: (open.callsBack ?? responsible ?? directory.me) === directory.me,
    }
  }

  #shown({ number }: Call): string | null {
    const { country = null } = this.#directory.typed(company, COMPANY) ?? {}
    return number === null ? null : spacedNumber(number, country)
  }
}
