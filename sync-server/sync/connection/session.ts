import type { Admitted } from './door.ts'
import type { Gate } from './line/gate.ts'
import { ToldOutbox } from './told-outbox.ts'

/** What a document's connection stands on; Hocuspocus carries it as the context of its hooks. */
export interface Context {
  readonly gate: Gate
  /** Set when the connection was let in. */
  readonly session?: Session
}

/** One replica's connection to one document. */
export class Session {
  readonly by: Admitted
  /** What the device has told of its unsent writes. */
  readonly outbox = new ToldOutbox()
  /**
   * The device has sent the state that the server lacked. Until then a change may follow on one that was lost with the
   * last line, which the state brings; and a mark may stand for it, so no mark is answered (SPEC J4, J7).
   */
  #hasState = false
  #marks: string[] = []

  constructor(by: Admitted) {
    this.by = by
  }

  get hasState(): boolean {
    return this.#hasState
  }

  /** The device's state was taken: gives the marks that waited for it. */
  takeState(): readonly string[] {
    this.#hasState = true
    return this.#marks.splice(0)
  }

  /** Whether a mark can be answered now; if not, it is kept until the state is here. */
  takeMark(mark: string): boolean {
    if (!this.#hasState) this.#marks.push(mark)
    return this.#hasState
  }
}
