import { setTimeout as after } from 'node:timers/promises'
import type { Role } from '../../shared/documents/roles.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { seeded } from '../support/random.ts'
import { differences, expectedOn, shownOn } from './check/alike.ts'
import { wrongNumbers } from './check/numbers.ts'
import { type Rows, readDocuments } from './check/reading.ts'
import { Trail } from './check/trail.ts'
import { pass, trueTime } from './clock.ts'
import { type Refused, Station } from './device.ts'
import type { Made } from './ledger.ts'
import { type Act, type Dated, MONTH, type Step } from './plan.ts'
import { House } from './server/house.ts'
import type { Roles } from './server/protocol.ts'

const USERS = ['olga', 'mira', 'max', 'vasya', 'lena', 'petr', 'inna', 'oleg', 'nina']
const TRIES_EVERY = 60

/** What is told of a write that was not accepted. */
type Told = Pick<Refused, 'collection' | 'key' | 'code'>

/** What a world is begun with. */
interface Ground {
  readonly devices: number
  readonly seed: number
  /** How long it may take until a device and the server are alike once all is sent, ms. */
  readonly patience: number
}

/** A company's server, its devices, and all that was written. */
export class World {
  readonly stations: readonly Station[]
  day = 0
  readonly #counts: Record<string, number> = {}
  readonly #house: House
  readonly #patience: number
  readonly #random: () => number

  private constructor(house: House, { devices, seed, patience }: Ground) {
    this.#house = house
    this.#patience = patience
    this.#random = seeded(seed)
    this.stations = Array.from({ length: devices }, (_, i) => {
      const user = userOf(i, devices)
      return new Station(house, { name: `D${i}`, user, role: roleOf(user), day: () => this.day })
    })
  }

  static async begin(ground: Ground): Promise<World> {
    const { devices } = ground
    const users = Array.from({ length: devices }, (_, i) => userOf(i, devices))
    const house = await House.begin(Object.fromEntries(users.map((user) => [user, roleOf(user)])))
    const world = new World(house, ground)
    for (const station of world.stations) await station.begin()
    await world.#found()
    return world
  }

  async take(step: Dated): Promise<void> {
    this.day = step.day
    this.#note(step.step)
    if (step.step === 'acts') await this.#acts(step.acts)
    else if (step.step === 'line') await this.#line(this.#at(step.by), step.how)
    else if (step.step === 'restart') await this.#at(step.by).restart()
    else if (step.step === 'wipe') this.#at(step.by).device.disk.wipe()
    else if (step.step === 'lose') await this.#at(step.by).lose()
    else if (step.step === 'clock') this.#at(step.by).error = step.error
    else if (step.step === 'server') await this.#server(step)
    else if (step.step === 'forge') await this.#at(step.by).forge(step.seed)
    else if (step.step === 'role') await this.#role(step)
    else if (step.step === 'night') await this.#night(step.ms)
    else await this.join()
  }

  /** Brings all together, and checks everything. */
  async join(): Promise<void> {
    for (const { device } of this.stations) {
      device.line.delay(0)
      device.line.restore()
    }
    for (const station of this.stations) await this.#at(station.name, () => station.settled())
    for (const station of this.stations) await this.#at(station.name, () => this.#checkDevice(station))
    await this.#checkServer()
  }

  /** How often what happened, with what acts came to. */
  async figures(): Promise<Record<string, number>> {
    await this.#countPackings()
    for (const { outcomes, ledger, refused } of this.stations) {
      this.#note('writes', ledger.count)
      this.#note('refused by the server', refused.length)
      for (const [outcome, count] of outcomes) this.#note(`act ${outcome}`, count)
    }
    return this.#counts
  }

  /** Ends everything, whatever its state. */
  async end(): Promise<void> {
    for (const station of this.stations) await station.end()
    await this.#house.close()
  }

  /** What everybody works with. */
  async #found(): Promise<void> {
    const [owner] = this.stations
    if (!owner) throw new RangeError('There are no devices')
    const states = { new: { place: 'a0' }, made: { place: 'a1' } }
    const of = { collection: 'kinds', id: 'kitchens' } as const
    await owner.device.run('createRecord', { ...of, values: { name: 'Kitchens', sort: 'work', states } })
    for (const id of ['price', 'term'])
      await owner.device.run('createRecord', { collection: 'reasons', id, values: { name: id } })
    for (const station of this.stations) await station.settled()
  }

  async #acts(acts: readonly Act[]): Promise<void> {
    await Promise.all(acts.map((act) => this.#at(act.by).act(act)))
  }

  async #line({ device: { line } }: Station, how: (Step & { step: 'line' })['how']): Promise<void> {
    if (how === 'cut') line.cut()
    else if (how === 'freeze') line.freeze()
    else if (how === 'slow') line.delay(40)
    else if (how === 'cut-amid') void line.cutAfter(Math.floor(this.#random() * 3000))
    else line.restore()
  }

  async #server({ how, acts }: Step & { step: 'server' }): Promise<void> {
    await this.#countPackings()
    const done = this.#acts(acts)
    await after(this.#random() * 80)
    if (how === 'kill') await this.#house.kill()
    else await this.#house.stop()
    await done
    await this.#house.start()
  }

  /** What he writes while he may only read is refused, write by write; what is his own is taken. */
  async #role({ by, acts }: Step & { step: 'role' }): Promise<void> {
    const station = this.#at(by)
    if (this.stations.filter(({ user }) => user === station.user).length > 1) return
    station.device.line.delay(0)
    station.device.line.restore()
    await station.settled()
    station.device.line.cut()
    const before = new Set(station.ledger.all())
    await this.#setRole(station, 'viewer')
    for (const act of acts) await station.act(act)
    const since = station.ledger.all().filter((made) => !before.has(made))
    const foreign = since.filter(({ document }) => !document.startsWith('users/'))
    for (const made of foreign) {
      station.refused.push({ ...made, code: 'role-forbids' })
      station.ledger.forget(made)
    }
    station.device.line.restore()
    await station.settled()
    await this.#setRole(station, roleOf(station.user))
  }

  async #setRole({ user }: Station, role: Role): Promise<void> {
    const roles: Roles = { ...this.#house.roles, [user]: role }
    await this.#house.setRoles(roles)
  }

  /** After a month all is packed: what people then write meets it so. */
  async #night(ms: number): Promise<void> {
    pass(ms)
    await this.#house.tellTime()
    if (ms < MONTH) return
    const owed = () => this.#house.ask('owed', null)
    await eventually(owed)
      .toEqual([])
      .catch(async () => fail('What was quiet for a month is not packed', await owed()))
  }

  /** What the device shows is what a naive reading of the server's documents gives, and «Не принято» what was refused. */
  async #checkDevice(station: Station): Promise<void> {
    const { device, user } = station
    const moment = trueTime()
    const until = performance.now() + this.#patience
    for (;;) {
      const [is, { documents }] = [await shownOn(device, moment), await this.#house.ask('books', null)]
      const found = differences(is, expectedOn(readDocuments(documents), user, moment))
      if (found.length === 0) break
      if (performance.now() > until) fail('The device shows what the server does not have', found)
      await after(TRIES_EVERY)
    }
    const told = ({ collection, key, code }: Told) => `${collection} ${key} ${code}`
    const should = text(station.refused.map(told))
    let is = ''
    const shown = async () => {
      is = text((await device.status()).notAccepted.map(told))
      return is
    }
    await eventually(shown)
      .toBe(should)
      .catch(() => fail('«Не принято» is not what was refused', [`is     ${is}`, `should ${should}`]))
  }

  async #checkServer(): Promise<void> {
    const books = await this.#house.ask('books', null)
    const rows = readDocuments(books.documents)
    const trail = new Trail(books.trail)
    this.#counts.records = rows.size
    for (const station of this.stations) {
      const lost = station.ledger.all().filter((made) => !trail.has(made))
      if (lost.length > 0) fail(`Writes of ${station.name} were said to be saved, and do not stand`, lost.map(lineOf))
      const taken = station.refused.filter((one) => trail.has(one))
      if (taken.length > 0) fail(`Writes of ${station.name} were refused, and stand`, taken.map(lineOf))
    }
    const apart = differences(asShown(rows), asShown(trail.rows()))
    if (apart.length > 0) fail('Journal and audit trail do not agree', apart)
    if (books.troubles.length > 0) fail('The server is in trouble', books.troubles)
    const wrong = wrongNumbers(rows)
    if (wrong.length > 0) fail('Numbers are not unique', wrong)
  }

  #at(by: number): Station
  #at<T>(name: string, work: () => Promise<T>): Promise<T>
  #at<T>(by: number | string, work?: () => Promise<T>): Station | Promise<T> {
    if (typeof by === 'string' && work)
      return work().catch((cause: unknown) => {
        throw new Error(`device ${by}: ${cause instanceof Error ? cause.message : cause}`, { cause })
      })
    const station = this.stations[Number(by) % this.stations.length]
    if (!station) throw new RangeError(`There is no device ${by}`)
    return station
  }

  /** The server counts from each of its starts. */
  async #countPackings(): Promise<void> {
    this.#note('packings', await this.#house.ask('packings', null))
  }

  #note(what: string, count = 1): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + count
  }
}

function userOf(nth: number, devices: number): string {
  // The last device is the second one of somebody who has another.
  const user = nth === devices - 1 && devices > 2 ? USERS[1] : USERS[nth]
  if (user === undefined) throw new RangeError(`At most ${USERS.length} devices`)
  return user
}

function roleOf(user: string): Role {
  return user === USERS[0] ? 'owner' : 'manager'
}

function text(lines: readonly string[]): string {
  return [...lines].sort().join(', ')
}

function asShown(rows: Rows): Record<string, string> {
  return Object.fromEntries([...rows].map(([name, row]) => [name, JSON.stringify(row)]))
}

function lineOf({ collection, key, text }: Pick<Made, 'collection' | 'key' | 'text'>): string {
  return `${collection} ${key} = ${text}`
}

function fail(what: string, found: readonly string[]): never {
  throw new Error([`${what}:`, ...found.slice(0, 10).map((one) => `  ${one}`)].join('\n'))
}
