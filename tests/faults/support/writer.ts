import { orders } from '../../../shared/orders/collections.ts'
import { isCompleted, standingOf } from '../../../shared/orders/moves/moves.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { Device, Held } from '../../../sync-server/sync/testing/device.ts'
import { QUARTER, STATES, sampleOrder } from '../../../sync-server/sync/testing/samples.ts'

/** The keys of a document that somebody was told are saved, each with the text that was. */
export type Told = Map<string, string>

/** A device that writes without a pause, and notes what the server says it has saved. */
export class Writer {
  readonly device: Device
  readonly told: Told = new Map()
  readonly #random: () => number
  readonly #unsaved = new Map<number, readonly [key: string, text: string][]>()
  readonly #held: Held
  #mark = 0
  #timer: NodeJS.Timeout | undefined

  constructor(device: Device, random: () => number) {
    this.device = device
    this.#random = random
    this.#held = device.attach(QUARTER)
    this.#held.provider.on('stateless', ({ payload }: { payload: string }) => this.#hear(payload))
    this.#held.provider.on('synced', () => this.#ask())
  }

  /** How many writes the server has not said to be saved. */
  get waiting(): number {
    return this.#unsaved.size
  }

  get held(): Held {
    return this.#held
  }

  /** Writes until it is stopped, as long as no more than so many writes are not said to be saved. */
  start(most = Number.POSITIVE_INFINITY): void {
    this.#timer = setTimeout(() => {
      if (this.waiting <= most) this.write()
      this.start(most)
    }, this.#random() * 3)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** Runs a command by chance, and asks when it is saved. */
  write(): void {
    const before = new Map(this.#held.doc.getMap('orders').entries())
    this.#runSome()
    const written = [...this.#held.doc.getMap('orders').entries()].filter(([key, text]) => before.get(key) !== text)
    this.#unsaved.set(++this.#mark, written.map(([key, text]) => [key, String(text)] as const) as [string, string][])
    this.#ask()
  }

  #runSome(): void {
    const rows = [...this.#held.records(orders).rows()].filter((row) => !row.gone && !isCompleted(row))
    const row = rows[Math.floor(this.#random() * rows.length)]
    const chance = this.#random()
    const fields: JsonObject = { note: `note ${this.#random()}` }
    if (!row || chance < 0.2) this.device.run('createOrder', sampleOrder(fields))
    else if (chance < 0.6) this.device.run('setOrder', { id: row.id, fields: { note: `note ${this.#random()}` } })
    else if (chance < 0.8) this.device.run('addLine', { id: row.id, fields: { quantity: 1000, price: 100 } })
    else this.#move(row.id, standingOf(row).state)
  }

  #move(id: string, present: string | null): void {
    const state = STATES.find((one) => one !== present && this.#random() < 0.7)
    if (state) this.device.run('moveOrder', { id, state })
  }

  #ask(): void {
    if (this.#held.provider.isSynced) this.#held.provider.sendStateless(`mark:${this.#mark}`)
  }

  #hear(payload: string): void {
    const mark = payload.startsWith('marked:') ? Number(payload.slice(7)) : 0
    for (const [number, written] of this.#unsaved) {
      if (number > mark) continue
      for (const [key, text] of written) this.told.set(key, text)
      this.#unsaved.delete(number)
    }
  }
}
