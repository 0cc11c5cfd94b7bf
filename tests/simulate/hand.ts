import type { TestDevice } from '../../client/data/session/testing/test-device.ts'
import type { CollectionName } from '../../shared/collections.ts'
import type { JsonObject } from '../../shared/records/declarations/value.ts'
import { seeded } from '../support/random.ts'

const FEW = 6

/** A person at a device, who does one thing: what he chooses is drawn from a seed and what his screen shows. */
export class Hand {
  readonly device: TestDevice
  readonly #random: () => number
  readonly #acts: readonly number[]

  /** `acts`: what was done at this device since it was begun. */
  constructor(device: TestDevice, seed: number, acts: readonly number[]) {
    this.device = device
    this.#random = seeded(seed)
    this.#acts = acts
  }

  /** Undefined of nothing. */
  pick<T>(of: readonly [T, ...T[]]): T
  pick<T>(of: readonly T[]): T | undefined
  pick<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.#random() * of.length)]
  }

  word(): string {
    return `${this.pick(['кухня', 'замер', 'звонок', 'срочно'])} ${Math.floor(this.#random() * 1000)}`
  }

  /** Records that are not removed, by id. */
  async ids(collection: CollectionName): Promise<string[]> {
    return (await this.#rows(collection)).flatMap(({ id, gone }) => (gone === true ? [] : [String(id)])).sort()
  }

  /** Orders that were removed. */
  async gone(): Promise<string[]> {
    return (await this.#rows('orders')).flatMap(({ id, gone }) => (gone === true ? [String(id)] : [])).sort()
  }

  /** A few records, chosen for all of them at once. */
  async some(collection: CollectionName): Promise<{ collection: CollectionName; ids: string[] }> {
    const ids = await this.ids(collection)
    const few = Array.from({ length: FEW }, () => this.pick(ids)).filter((id) => id !== undefined)
    return { collection, ids: [...new Set(few)] }
  }

  /** Takes back one of the acts, mostly the last. */
  async undo(): Promise<unknown> {
    const act = this.pick([this.#acts.at(-1), this.#acts.at(-1), this.pick(this.#acts)])
    return act === undefined ? undefined : this.device.session.undo(act)
  }

  async #rows(collection: CollectionName): Promise<readonly JsonObject[]> {
    const answer = await this.device.ask({ what: 'all', collection })
    return 'rows' in answer ? (answer.rows as readonly JsonObject[]) : []
  }
}
