import { COMMON } from '../../../../shared/documents/families.ts'
import { quarterOf } from '../../../../shared/documents/quarter.ts'
import { kinds, orders } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Device, Held } from '../../../../sync-server/sync/testing/device.ts'
import type { TestServer } from '../../../support/server.ts'
import { handMade, passOf } from './hand-made.ts'

/** Somebody else, who writes into quarters long past and lets each go at once. */
export class LongAgo {
  readonly setup: Held
  readonly #hand: Device

  private constructor(hand: Device, setup: Held) {
    this.#hand = hand
    this.setup = setup
  }

  static async open(server: TestServer, email: string): Promise<LongAgo> {
    const hand = handMade(server, await passOf(server, email))
    return new LongAgo(hand, await hand.synced('setup'))
  }

  /** The document of the orders of a time. */
  static document(date: number): string {
    return `orders/${COMMON}/${quarterOf(date)}`
  }

  /** Where work orders start. */
  get start(): { readonly kind: string; readonly state: string } {
    const kind = [...this.setup.records(kinds).rows()].find(({ sort }) => sort === 'work')
    return { kind: kind?.id ?? '', state: kind?.states[0]?.id ?? '' }
  }

  /** Makes a completed work order; gives its id. */
  async complete(date: number, note: string): Promise<string> {
    const id = newId(COMMON, date)
    await this.write(date, (hand) => {
      hand.run('createOrder', { id, fields: { sort: 'work', note, date }, lines: [], start: this.start })
      hand.run('moveOrder', { id, state: COMPLETED, completion: 'success' })
    })
    return id
  }

  async write(date: number, act: (hand: Device) => void): Promise<void> {
    const quarter = await this.#hand.synced(LongAgo.document(date))
    act(this.#hand)
    await this.#hand.saved(quarter)
    quarter.provider.destroy()
  }

  /** How many work orders there are, as the line tells of each of these documents. */
  async count(documents: readonly string[]): Promise<number> {
    let count = 0
    for (const document of documents) {
      const held = await this.#hand.synced(document)
      count += [...held.records(orders).rows()].filter(({ sort, gone }) => sort === 'work' && !gone).length
      held.provider.destroy()
    }
    return count
  }

  close(): void {
    this.#hand.close()
  }
}
