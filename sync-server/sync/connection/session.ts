import type { Writer } from '../update/check.ts'
import type { Gate } from './gate.ts'

/** What a document's connection stands on; Hocuspocus carries it as the context of its hooks. */
export interface Context {
  readonly gate: Gate
  /** Set when the connection was let in. */
  readonly session?: Session
}

/** One replica's connection to one document. */
export class Session {
  readonly by: Writer
  /** The device has sent the state that the server lacked: from then on nothing that it sends can be out of order. */
  #hasState = false
  /** A change came before that state and was passed over, as the state will hold it. */
  #owesState = false
  #marks: string[] = []

  constructor(by: Writer) {
    this.by = by
  }

  /** Whether a change that follows on something unknown may be passed over: the state that is to come brings both. */
  passOver(): boolean {
    if (this.#hasState) return false
    this.#owesState = true
    return true
  }

  /** The device's state was taken: gives the marks that waited for it. */
  takeState(): readonly string[] {
    this.#hasState = true
    this.#owesState = false
    const marks = this.#marks
    this.#marks = []
    return marks
  }

  /** Whether a mark can be answered now; if not, it is kept until the state is here. */
  takeMark(mark: string): boolean {
    if (this.#owesState) this.#marks.push(mark)
    return !this.#owesState
  }
}
