import type { Written } from '../../../../shared/records/writing/transaction.ts'
import type { Undone } from '../../../../shared/records/writing/undo.ts'
import { isStop, UNFOLLOWED, type UnderWay } from '../../../../shared/under-way.ts'
import type { Done, Undid } from '../../protocol.ts'

/** What a timeline needs of the session. */
export interface Actor {
  /** Undoes an act by another. */
  undo(act: number, underWay: UnderWay): Promise<Done>
  /** What an act wrote, for telling of it; null: nothing. */
  tell(act: number): Undid['what']
  /** What was written record by record, for telling of it. */
  tellEach(written: readonly Written[]): Pick<Undid, 'keptIn' | 'keptBesides'>
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

const NOTHING: Undid = { what: null, undone: 0, kept: 0, keptIn: [], keptBesides: 0 }

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
  /** The acts that have begun: what was seen to be done is the latest one, also while the disk is still writing it. */
  readonly #begun = new Set<Promise<unknown>>()

  constructor(actor: Actor) {
    this.#actor = actor
  }

  /** Notes an act that has begun, once it is done; after it nothing can be repeated. */
  async does(act: Promise<Done>): Promise<Done> {
    const noted = act.then((done) => {
      this.#did(done.act)
      return done
    })
    this.#begun.add(noted)
    try {
      return await noted
    } finally {
      this.#begun.delete(noted)
    }
  }

  /** Undoes an act; without a number the latest one, of those that had begun until now. */
  undo(act?: number, underWay = UNFOLLOWED): Promise<Undid> {
    const begun = act === undefined ? this.#ended() : undefined
    return this.#go(async () => {
      await begun
      const step = this.#done.findLast(({ origin }) => act === undefined || origin === act)
      return this.#take(step, 'back', underWay)
    })
  }

  /** Repeats what was undone last. */
  redo(underWay = UNFOLLOWED): Promise<Undid> {
    const begun = this.#ended()
    return this.#go(async () => {
      await begun
      return this.#take(this.#undone.at(-1), 'forth', underWay)
    })
  }

  #did(act: number): void {
    if (this.#actor.tell(act) === null) return
    this.#done = [...this.#done, { origin: act, act }].slice(-KEPT)
    this.#undone = []
  }

  /** Resolves when the acts that have begun are over, however they ended. */
  #ended(): Promise<unknown> {
    return Promise.allSettled(this.#begun)
  }

  #go(step: () => Promise<Undid>): Promise<Undid> {
    const going = this.#turn.then(step)
    this.#turn = going.catch(() => undefined)
    return going
  }

  /** A step that is stopped stays: all is as it was. One that fails is not tried again: the next press goes on to the one before it. */
  async #take(step: Step | undefined, way: 'back' | 'forth', underWay: UnderWay): Promise<Undid> {
    if (step === undefined) return NOTHING
    try {
      const { act, result } = await this.#actor.undo(step.act, underWay)
      const { undone, kept } = result as Undone
      this.#forget(step)
      if (undone.length > 0) this.#put({ origin: step.origin, act }, way)
      const told = { what: this.#actor.tell(step.origin), ...this.#actor.tellEach(kept) }
      return { ...told, undone: undone.length, kept: kept.length }
    } catch (error) {
      if (!isStop(error)) this.#forget(step)
      throw error
    }
  }

  #forget(step: Step): void {
    this.#done = this.#done.filter((one) => one !== step)
    this.#undone = this.#undone.filter((one) => one !== step)
  }

  #put(step: Step, way: 'back' | 'forth'): void {
    if (way === 'back') this.#undone.push(step)
    else this.#done.push(step)
  }
}
