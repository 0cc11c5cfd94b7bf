import type { Done } from '../../client/data/protocol.ts'
import type { StatusAnswer } from '../../client/data/queries/query.ts'
import { TestDevice } from '../../client/data/session/testing/test-device.ts'
import { COMMON } from '../../shared/documents/families.ts'
import type { Role } from '../../shared/documents/roles.ts'
import { Failure } from '../../shared/errors.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { formatKey } from '../../shared/records/keys/key.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { withClock } from './clock.ts'
import { DEEDS } from './deeds.ts'
import { Hand } from './hand.ts'
import { Ledger } from './ledger.ts'
import type { Act } from './plan.ts'
import type { House } from './server/house.ts'

/** A write that the server has to refuse, as the device is to list it under «Не принято». */
export interface Refused {
  readonly collection: string
  readonly key: string
  readonly code: string
  readonly text: string
}

/** A device of the simulation with its person. */
export class Station {
  readonly user: string
  readonly name: string
  ledger = new Ledger()
  /** What it must show under «Не принято». */
  refused: Refused[] = []
  /** How wrong its clock is, ms. */
  error = 0
  /** What acts came to: done, or by which code the program itself said no. */
  readonly outcomes = new Map<string, number>()
  readonly #house: House
  readonly #role: Role
  readonly #day: () => number
  #acts: number[] = []
  #device: TestDevice | null = null
  #forged = 0

  constructor(
    house: House,
    { name, user, role, day }: Pick<Station, 'name' | 'user'> & { role: Role; day: () => number },
  ) {
    this.#house = house
    this.name = name
    this.user = user
    this.#role = role
    this.#day = day
  }

  get device(): TestDevice {
    if (!this.#device) throw new Error(`${this.name} was not begun`)
    return this.#device
  }

  /** A new device, with nothing on it. */
  async begin(): Promise<void> {
    await this.#own(async () => {
      const device = await TestDevice.begin(this.#house, this.user, this.#role)
      this.#device = device
      device.opens = (name, doc) => this.#hear(device, name, doc)
      // Those that are open already were opened before anybody could hear it.
      await device.restart()
    })
  }

  async act({ deed, seed }: Act): Promise<void> {
    const hand = new Hand(this.device, seed, this.#acts)
    try {
      const done = await this.#own(() => DEEDS[deed]?.(hand) ?? Promise.reject(new Error(`There is no ${deed}`)))
      if (isDone(done)) this.#acts.push(done.act)
      this.#count('done')
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.#count(error.code)
    }
  }

  async restart(): Promise<void> {
    this.#acts = []
    await this.#own(() => this.device.restart())
  }

  /** The device is gone for good, with what only it had. */
  async lose(): Promise<void> {
    await this.device.end()
    this.ledger = new Ledger()
    this.refused = []
    this.#acts = []
    await this.begin()
  }

  async end(): Promise<void> {
    await this.#device?.end()
  }

  /** Puts a record of a foreign replica into a document of the device, as no program of ours would. */
  async forge(seed: number): Promise<void> {
    const { device } = this
    const quarters = this.#quarters()
    const quarter = quarters[seed % quarters.length]
    if (!quarter) return
    const foreign = new Replica(`ZZZ${this.name}${this.#forged++}`)
    const id = newId(COMMON, quarter.from)
    foreign.create('orders', id, { note: 'foreign' })
    const key = formatKey(id, '', foreign.name)
    const text = String(foreign.doc.getMap('orders').get(key))
    await device.kill()
    device.tamper(quarter.document, foreign.send(), 'orders', key)
    this.#acts = []
    await this.#own(() => device.start())
    this.refused.push({ collection: 'orders', key, code: 'update-foreign-replica', text })
  }

  /** Resolves when the server has said of everything whether it takes it, and the device has all that the server has. */
  async settled(): Promise<void> {
    await eventually(async () => standing(await this.device.status())).toEqual(SETTLED)
  }

  /** The quarters that stand on its disk. */
  #quarters(): { document: string; from: number }[] {
    return this.device.disk.names().flatMap((name) => {
      const [document, year, number] = /orders\/[a-z]+\/(\d{4})Q(\d)$/.exec(name) ?? []
      return document ? [{ document, from: Date.UTC(Number(year), 3 * Number(number) - 2) }] : []
    })
  }

  /** Does what the device does with its own clock. */
  #own<T>(work: () => Promise<T>): Promise<T> {
    return withClock(this, work)
  }

  #hear(device: TestDevice, name: string, doc: Parameters<Ledger['hear']>[1]): void {
    const document = name.slice(name.indexOf(`/${this.#house.company}/`) + this.#house.company.length + 2)
    this.ledger.hear(document, doc, device.replica, this.#day)
  }

  #count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
  }
}

const SETTLED = { online: true, saving: 0, waiting: 0, behind: 0, denied: null, storage: 'kept' }

/** What its role may not read the server does not serve: until it is begun with that role, the device asks for it. */
function standing({ online, saving, waiting, progress, unserved, denied, storage }: StatusAnswer) {
  const behind = progress.total - progress.synced - unserved.length
  return { online, saving, waiting: waiting.count, behind, denied, storage }
}

function isDone(done: unknown): done is Done {
  return typeof done === 'object' && done !== null && 'act' in done
}
