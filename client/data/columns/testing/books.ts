import { COMMANDS } from '../../../../shared/commands.ts'
import { COMPANY, company, currencies } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { documentOf } from '../../../../shared/documents/documents.ts'
import { Failure } from '../../../../shared/errors.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { Clock } from '../../../../shared/records/keys/stamp.ts'
import { Transaction } from '../../../../shared/records/writing/transaction.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import { seeded } from '../../../../tests/support/random.ts'
import { LiveDocument } from '../../documents/live-document.ts'

const NAME = 'c'
const KINDS = ['kitchens', 'repairs']
const STATES = ['new', 'measured', 'made']
export const CUSTOMERS = [1, 2, 3].map((number) => `common-0190a0e0-0000-7000-8000-00000000000${number}`)
const WORDS = ['Ёлкин', 'стол', 'окно у моря', '№ 7', '']
/** The end of these books. */
export const TODAY = Date.UTC(2026, 4, 1)

/** A company's documents, written by three replicas over three quarters in a way that the seed alone decides. */
export class Books {
  readonly all = new Map<string, LiveDocument>()
  readonly #random: () => number
  readonly #clocks = ['ONE', 'TWO', 'THREE'].map((replica) => new Clock(replica, () => this.#now))
  readonly #orders: string[] = []
  #now = TODAY - 300 * DAY_MS

  constructor(seed: number, acts: number) {
    this.#random = seeded(seed)
    this.#setUp()
    for (let i = 0; i < acts; i++) this.#act()
  }

  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)] as T
  }

  /** The documents of orders. */
  quarters(): LiveDocument[] {
    return [...this.all.values()].filter(({ name }) => name.includes('/orders/'))
  }

  #setUp(): void {
    this.#write((tx) => {
      tx.create(company, COMPANY, { name: 'Ассоль', currency: 'RUB', zone: 'Europe/Moscow' })
      tx.create(currencies, 'EUR', { code: 'EUR', rates: { r1: { from: '2025-01-01', millionths: 95_500_000 } } })
      for (const id of STATES) COMMANDS.createRecord(tx, { collection: 'states', id, values: { name: id, hue: 40 } })
      COMMANDS.createRecord(tx, { collection: 'reasons', id: 'price', values: { name: 'Дорого' } })
      COMMANDS.createRecord(tx, { collection: 'people', id: 'grey', values: { name: 'Грей' } })
      for (const id of KINDS) {
        COMMANDS.createRecord(tx, { collection: 'kinds', id, values: { name: id, sort: 'work' } })
        COMMANDS.addStates(tx, { id, states: STATES })
      }
      for (const id of CUSTOMERS) tx.create(customers, id, { name: `Покупатель ${id.slice(-1)}` })
    })
  }

  /** A command that would be refused writes nothing. */
  #act(): void {
    this.#now += this.#random() < 0.1 ? 30_000 : this.#random() * 4 * DAY_MS
    const isNew = this.#orders.length === 0 || this.#random() < 0.3
    try {
      this.#write((tx) => (isNew ? this.#make(tx) : this.#change(tx, this.pick(this.#orders))))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }

  #make(tx: Transaction): void {
    const id = derivedId('common', this.#now, 'books', `${this.#orders.length}`)
    const fields = {
      sort: this.pick(['work', 'customer'] as const),
      customer: this.pick([...CUSTOMERS, null]),
      responsible: this.pick(['grey', 'nobody', null]),
      currency: this.pick([null, null, 'RUB', 'EUR', 'XXX']),
      date: this.pick([null, this.#now, this.#now - 40 * DAY_MS]),
      note: this.pick(WORDS),
      tags: this.pick([[], ['срочно', 'vip']]),
    }
    const start = { kind: this.pick(KINDS), state: this.pick(STATES) }
    COMMANDS.createOrder(tx, { id, fields, lines: [this.#line(), this.#line()], start })
    this.#orders.push(id)
  }

  #line() {
    return { text: this.pick(WORDS), quantity: this.pick([1000, 2500, -1000]), price: this.pick([100, 99_99, null]) }
  }

  #change(tx: Transaction, id: string): void {
    const state = this.pick(STATES)
    this.pick([
      () => COMMANDS.moveOrder(tx, { id, state, comment: 'again' }),
      () => COMMANDS.moveOrder(tx, { id, state: COMPLETED, completion: 'success' }),
      () => COMMANDS.moveOrder(tx, { id, state: COMPLETED, completion: 'cancelled', reason: 'price', comment: 'x' }),
      () => COMMANDS.setOrder(tx, { id, fields: { note: this.pick(WORDS), customer: this.pick(CUSTOMERS) } }),
      () => COMMANDS.addLine(tx, { id, fields: this.#line() }),
      () => COMMANDS.postOrder(tx, { id, posted: this.pick([true, false]) }),
      () => COMMANDS.removeRecord(tx, { collection: 'orders', id }),
      () => COMMANDS.restoreRecord(tx, { collection: 'orders', id }),
      () => this.#undoLast(tx, id),
    ])()
  }

  #undoLast(tx: Transaction, id: string): void {
    const move = tx.find(orders, id)?.moves.at(-1)
    if (move) COMMANDS.undoOneMove(tx, { id, move: move.id })
  }

  #write(act: (tx: Transaction) => void): void {
    const tx = new Transaction({ clock: this.pick(this.#clocks), person: null, open: (one, id) => this.#open(one, id) })
    act(tx)
    tx.commit('test')
  }

  #open(collection: Collection, id: string): LiveDocument {
    const name = documentOf(NAME, collection.family, id)
    const document = this.all.get(name) ?? new LiveDocument(name)
    this.all.set(name, document)
    return document
  }
}
