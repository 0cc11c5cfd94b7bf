import * as Y from 'yjs'
import { COMMANDS } from '../../../commands.ts'
import { Failure, type FailureCode } from '../../../errors.ts'
import { Transaction } from '../../writing/transaction.ts'
import { type Act, deedFor, nthOf } from '../chance/choose.ts'
import { type Deed, FOUNDATION, START, type Want } from '../chance/deeds.ts'
import { type Random, shuffled, withSeed } from '../chance/random.ts'
import { DEVICES, type History, type Step } from '../chance/steps.ts'
import { Device, type Surroundings } from './device.ts'
import { Ledger } from './ledger.ts'

/** In which order Yjs documents draw their client numbers: reading must not depend on it. */
export type Clients = 'rising' | 'falling' | 'drawn'

interface Message {
  readonly from: Device
  readonly to: Device
  readonly document: string
  readonly update: Uint8Array
}

/** Several devices, what is on its way between them, and the true time. */
export class World implements Surroundings {
  readonly devices: readonly Device[]
  readonly ledger = new Ledger()
  readonly acts: Act[] = []
  readonly #random: Random
  readonly #clients: Clients
  readonly #onAct: (act: Act) => void
  #time = START
  #lastClient = 1_000
  #mail: Message[] = []

  constructor(random: Random, clients: Clients, onAct: (act: Act) => void) {
    this.#random = random
    this.#clients = clients
    this.#onAct = onAct
    this.devices = Array.from({ length: DEVICES }, (_, i) => new Device(`${'CAB'[i]}${i}`, this))
    for (const deed of FOUNDATION) this.run(this.device(0), deed)
    this.settle()
  }

  now(): number {
    return this.#time
  }

  clientNumber(): number {
    const drawn = this.#random(2 ** 31)
    this.#lastClient++
    if (this.#clients === 'drawn') return drawn
    return this.#clients === 'rising' ? this.#lastClient : 1_000_000 - this.#lastClient
  }

  send(from: Device, document: string, update: Uint8Array): void {
    for (const to of this.devices) if (to !== from) this.#mail.push({ from, to, document, update })
  }

  device(nth: number): Device {
    const device = this.devices[nth % this.devices.length]
    if (!device) throw new RangeError(`There is no device ${nth}`)
    return device
  }

  take(step: Step): void {
    if (step.step === 'act') this.#act(this.device(step.by), step.want)
    else if (step.step === 'wait') this.#time += step.ms
    else if (step.step === 'arrive') this.#arrive(step.nth, step.keep)
    else if (step.step === 'arrive-some') this.#arriveSome(step.count)
    else if (step.step === 'line') this.device(step.by).online = step.online
    else if (step.step === 'clock') this.device(step.by).offset = step.offset
    else if (step.step === 'reload') this.device(step.by).reload(step.how)
    else this.#catchUp(this.device(step.by), this.device(step.from))
  }

  /** Brings every line up and everything to everybody, in any order, some of it twice. */
  settle(): void {
    for (const device of this.devices) device.online = true
    const mail = shuffled(this.#mail, this.#random)
    this.#mail = []
    for (const message of mail.flatMap((one) => (this.#random(5) === 0 ? [one, one] : [one]))) deliver(message)
  }

  /** Runs a command as a device does: all of it or, refused, nothing (SPEC R13). */
  run(device: Device, deed: Deed): Act {
    const onItsWay = this.#mail.length
    const tx = new Transaction(device)
    const { result, refused } = runDeed(tx, deed)
    if (refused === null) this.#note(device, tx)
    const act = { device, deed, written: refused === null ? tx.commit('act') : [], result, refused }
    if (refused !== null && this.#mail.length !== onItsWay) throw new Error(`R13: refused, but written: ${refused}`)
    this.acts.push(act)
    this.#onAct(act)
    return act
  }

  /** Notes what a transaction is about to put under each key in the end. */
  #note(device: Device, tx: Transaction): void {
    const last = new Map([...tx.texts()].map((text) => [`${text.document.name} ${text.collection} ${text.key}`, text]))
    for (const { document, collection, key, text } of last.values()) {
      this.ledger.note(device, device.held(document.name), collection, key, text)
    }
  }

  #act(device: Device, want: Want): void {
    const own = this.acts.filter((act) => act.device === device && act.written.length > 0)
    const deed = deedFor(device, want, own)
    if (deed) this.run(device, deed)
  }

  #arriveSome(count: number): void {
    for (let i = 0; i < count; i++) this.#arrive(this.#random(1_000), this.#random(8) === 0)
  }

  #arrive(nth: number, keep: boolean): void {
    const ready = this.#mail.filter(({ from, to }) => from.online && to.online)
    const message = nthOf(ready, nth)
    if (!message) return
    if (!keep) this.#mail.splice(this.#mail.indexOf(message), 1)
    deliver(message)
  }

  #catchUp(device: Device, from: Device): void {
    if (!device.online || !from.online || device === from) return
    for (const { name, doc } of [...from.documents()]) {
      device.receive(name, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(device.held(name).doc)))
    }
  }
}

function deliver({ to, document, update }: Message): void {
  to.receive(document, update)
}

/** Runs a command; any error but a Failure is the simulation's own end. */
function runDeed(
  tx: Transaction,
  { command, args }: Deed,
): { readonly result: unknown; readonly refused: FailureCode | null } {
  // The table's commands differ in their arguments; the deed pairs each with its own.
  const run = COMMANDS[command] as (tx: Transaction, args: Deed['args']) => unknown
  try {
    return { result: run(tx, args), refused: null }
  } catch (error) {
    if (error instanceof Failure) return { result: null, refused: error.code }
    throw error
  }
}

/** Lets a history happen; `onAct` is called behind each command. The world is left as it is then, not settled. */
export function live(
  { seed, steps }: History,
  clients: Clients = 'drawn',
  onAct: (act: Act) => void = () => {},
): World {
  return withSeed(seed, (random) => {
    const world = new World(random, clients, onAct)
    for (const step of steps) world.take(step)
    return world
  })
}
