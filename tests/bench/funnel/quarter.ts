import { departments, people } from '../../../shared/company/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { kinds, orders, reasons, states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { inOrder } from '../../../shared/orders/moves/moves.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { linesOf, REPLICAS, WRITES, writeOrder } from '../open/history.ts'
import type { LocalCompany, LocalReplica } from '../support/local-company.ts'
import { BENCH_KINDS, type History, historyOf, REASONS, type Step } from './histories.ts'

export const CUSTOMERS = 5000
const MANAGERS = 40
const DEPARTMENTS = 6

/** Kinds, states and reasons: what commands look up. */
export function writeSetup(replica: LocalReplica): void {
  replica.act((tx) => {
    const stateIds = new Set(BENCH_KINDS.flatMap((kind) => kind.states))
    for (const id of stateIds) tx.create(states, id, { name: `State ${id}` })
    for (const { id, sort, states: of } of BENCH_KINDS) {
      const entries = Object.fromEntries(of.map((state, i) => [state, { place: `a${i}` }]))
      tx.create(kinds, id, { name: `Kind ${id}`, sort, states: entries })
    }
    for (const id of REASONS) tx.create(reasons, id, { name: `Reason ${id}` })
  })
}

/** People, departments and customers: whose names the groups bear. */
export function writeNames(replica: LocalReplica): void {
  const named = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}`)
  replica.act((tx) => {
    for (const id of named('manager', MANAGERS)) tx.create(people, id, { name: id })
    for (const id of named('department', DEPARTMENTS)) tx.create(departments, id, { name: id })
    for (let i = 0; i < CUSTOMERS; i++) tx.create(customers, customerId(i), { name: `Customer ${i}` })
  })
}

function customerId(index: number): string {
  return `common-0190a0e0-0000-7000-8000-${String(index).padStart(12, '0')}`
}

/** Makes orders by commands of three replicas: created, then 20 writes and 4 moves each. */
export class QuarterWriter {
  readonly #company: LocalCompany
  readonly #replicas: readonly LocalReplica[]
  readonly #random: () => number
  #now = 0

  constructor(company: LocalCompany, random: () => number) {
    this.#company = company
    this.#replicas = REPLICAS.map((name) => company.replica(name, () => this.#now))
    this.#random = random
  }

  /** An order made at `at` (ms), with its whole history. */
  make(at: number, index: number): void {
    this.#now = at
    const id = newId('common', at)
    const history = historyOf(this.#random)
    this.#create(id, history, index)
    const isOpen = openBefore(history)
    const open = isOpen.flatMap((is, step) => (is ? [step] : []))
    const stepOf = (write: number) => open[Math.floor((write * open.length) / WRITES)]
    for (const [i, step] of history.steps.entries()) {
      const moved = this.#now
      for (let write = 0; write < WRITES; write++) if (stepOf(write) === i) this.#write(id, index, write)
      this.#now = Math.max(moved + step.wait, this.#now + 1)
      this.#move(id, step, index + i)
    }
  }

  #create(id: string, { kind, start }: History, index: number): void {
    const random = this.#random
    this.#replica(index).run('createOrder', {
      id,
      fields: {
        sort: kind.sort,
        number: `B-${index}`,
        customer: customerId(Math.floor(random() * CUSTOMERS)),
        responsible: random() < 0.02 ? null : `manager-${Math.floor(random() * MANAGERS)}`,
        department: `department-${Math.floor(random() * DEPARTMENTS)}`,
        note: 'a kitchen by the window',
      },
      lines: [
        { text: 'table', quantity: 1000, price: Math.floor(random() * 30_000_000) },
        { text: 'delivery', quantity: 1000, price: 30_000 },
      ],
      start: { kind: kind.id, state: start },
    })
  }

  #write(id: string, index: number, number: number): void {
    this.#now += 1
    writeOrder(this.#replica(index + number), { id, lines: linesOf(id) }, index, number, this.#now)
  }

  #move(id: string, { to }: Step, turn: number): void {
    const replica = this.#replica(turn)
    if (to !== 'undo') replica.run('moveOrder', { id, ...to, comment: 'after a talk' })
    else replica.run('undoOneMove', { id, move: this.#lastMove(id) })
  }

  #lastMove(id: string): string {
    const name = documentOf(this.#company.company, orders.family, id)
    const order = this.#company.document(name).records(orders).get(id)
    return inOrder(order?.moves ?? []).at(-1)?.id ?? ''
  }

  #replica(number: number): LocalReplica {
    const replica = this.#replicas[number % this.#replicas.length]
    if (!replica) throw new RangeError('There is no replica')
    return replica
  }
}

/** Before which of its moves the order can be written: a completed one only after reopening. */
function openBefore({ steps }: History): boolean[] {
  const completed = [false]
  for (const { to } of steps) {
    completed.push(to === 'undo' ? (completed.at(-2) ?? false) : to.state === COMPLETED)
  }
  return completed.slice(0, steps.length).map((is) => !is)
}
