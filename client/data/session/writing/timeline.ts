import type { Undone } from '../../../../shared/records/writing/undo.ts'
import { UNFOLLOWED, type UnderWay } from '../../../../shared/under-way.ts'
import type { Done, Undid } from '../../protocol.ts'

/** What a timeline needs of the session. */
export interface Actor {
  /** Undoes an act by another. */
  undo(act: number, underWay: UnderWay): Promise<Done>
  /** What an act wrote, for telling of it; null: nothing. */
  tell(act: number): Undid['what']
}

/** An act that stands, or was undone. */
interface Step {
  /** The act as it was first done: it is what the user is told of. */
  readonly origin: number
  /** The act whose writes are taken back next: the origin, its undo, the undo of that… */
  readonly act: number
}

/** So many steps can be gone back. */
const KEPT = 200

const NOTHING: Undid = { what: null, undone: 0, kept: 0 }

/**
 * The acts of one page, in the order in which they are undone and repeated. Repeating is the undo of the undo: it puts
 * back what is still the undo's own (shared/records/SPEC.md R14).
 */
export class Timeline {
  readonly #actor: Actor
  #done: Step[] = []
  #undone: Step[] = []
  /** One step after the other: who presses twice means two steps back, in this order. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(actor: Actor) {
    this.#actor = actor
  }

  /** Notes an act; after it nothing can be repeated. */
  did(act: number): void {
    if (this.#actor.tell(act) === null) return
    this.#done = [...this.#done, { origin: act, act }].slice(-KEPT)
    this.#undone = []
  }

  /** Undoes an act, the latest one without a number. */
  undo(act?: number, underWay = UNFOLLOWED): Promise<Undid> {
    return this.#go(() => {
      const step = this.#done.findLast(({ origin }) => act === undefined || origin === act)
      return this.#take(step, 'back', underWay)
    })
  }

  /** Repeats what was undone last. */
  redo(underWay = UNFOLLOWED): Promise<Undid> {
    return this.#go(() => this.#take(this.#undone.at(-1), 'forth', underWay))
  }

  #go(step: () => Promise<Undid>): Promise<Undid> {
    const going = this.#turn.then(step)
    this.#turn = going.catch(() => undefined)
    return going
  }

  /** A step that fails is not tried again: the next press goes on to the one before it. */
  async #take(step: Step | undefined, way: 'back' | 'forth', underWay: UnderWay): Promise<Undid> {
    if (step === undefined) return NOTHING
    this.#done = this.#done.filter((one) => one !== step)
    this.#undone = this.#undone.filter((one) => one !== step)
    const { act, result } = await this.#actor.undo(step.act, underWay)
    const { undone, kept } = result as Undone
    if (undone.length > 0) this.#put({ origin: step.origin, act }, way)
    return { what: this.#actor.tell(step.origin), undone: undone.length, kept: kept.length }
  }

  #put(step: Step, way: 'back' | 'forth'): void {
    if (way === 'back') this.#undone.push(step)
    else this.#done.push(step)
  }
}
