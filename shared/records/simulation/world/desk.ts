import * as Y from 'yjs'
import type { Collection, Row } from '../../declarations/collection.ts'
import { type Ground, Transaction, type Written } from '../../writing/transaction.ts'
import { START } from '../chance/deeds.ts'
import { Device } from './device.ts'

/** The time of a few desks, in milliseconds since 1970. */
export interface Time {
  now: number
}

/** The time of desks that are given none: it is one time, and goes on with each look at it. */
const TRUE_TIME: Time = { now: START }
let clients = 0

/** One device on its own, for tests of what a command does: `exchange` brings desks together. */
export class Desk {
  readonly device: Device
  readonly #server: boolean
  readonly #person: string | null

  /** `person`: whoever works at it; without it, each desk has its own. */
  constructor(name: string, time: Time = TRUE_TIME, person?: string | null) {
    const world = { now: () => time.now++, clientNumber: () => ++clients, send: () => {} }
    this.device = new Device(name, world)
    this.#server = name === 'server'
    this.#person = person === undefined ? this.device.person : person
  }

  /** Runs a command and commits it. */
  run(command: (tx: Transaction) => unknown): readonly Written[] {
    const tx = new Transaction(this.#ground())
    command(tx)
    return tx.commit('act')
  }

  /** What a command answers. */
  ask<T>(command: (tx: Transaction) => T): T {
    const tx = new Transaction(this.#ground())
    const answer = command(tx)
    tx.commit('act')
    return answer
  }

  row<C extends Collection>(collection: C, id: string): Row<C> {
    const row = this.device.open(collection, id).records(collection).get(id)
    if (!row) throw new RangeError(`There is no ${collection.name} ${id}`)
    return row
  }

  #ground(): Ground {
    const { device } = this
    const ground: Ground = { clock: device.clock, person: this.#person, open: device.open.bind(device) }
    return this.#server ? { ...ground, server: true } : ground
  }
}

/** Brings what each desk has to all others. */
export function exchange(...desks: readonly Desk[]): void {
  const states = desks.flatMap(({ device }) =>
    [...device.documents()].map(({ name, doc }) => [name, Y.encodeStateAsUpdate(doc)] as const),
  )
  for (const { device } of desks) for (const [name, state] of states) device.receive(name, state)
}
