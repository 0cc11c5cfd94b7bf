import { Failure } from '../../../shared/errors.ts'
import { messages } from '../../../shared/messages/collections.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { pause } from '../../runtime/pause.ts'
import { Outgoing } from '../../sending/sender/outgoing.ts'
import { pauseBehind } from '../../sending/sender/tries.ts'
import { copy, isCopyLeft } from './copying.ts'

/** It is looked at so often at least, ms. */
const LOOK = 30_000

/** Puts letters as they went into the folders of sent mail of their accounts (SPEC MW7, MW8). */
export const sentCopies: Agent = {
  name: 'sent',
  feature: 'mail',
  run: (ground) => new Work(ground).run(),
}

class Work {
  readonly #ground: AgentGround
  readonly #left: Outgoing
  /** Since when one may be tried again, ms since 1970, and how often it was tried in vain. */
  readonly #tries = new Map<string, { readonly notBefore: number; readonly count: number }>()
  #wake = new AbortController()

  constructor(ground: AgentGround) {
    this.#ground = ground
    const { replica, documents, log } = ground
    this.#left = new Outgoing({ replica, documents, log, wants: isCopyLeft, tell: () => this.#wake.abort() })
  }

  async run(): Promise<void> {
    const { signal } = this.#ground
    this.#left.start()
    try {
      while (!signal.aborted) {
        const wake = new AbortController()
        this.#wake = wake
        const next = await this.#copyAll()
        const until = AbortSignal.any([signal, wake.signal])
        await pause(next, until)
      }
    } finally {
      this.#left.stop()
    }
  }

  /** Gives in how many ms there is more to do. */
  async #copyAll(): Promise<number> {
    const all = this.#left.all()
    for (const id of this.#tries.keys()) if (!all.has(id)) this.#tries.delete(id)
    let next = LOOK
    for (const id of all.keys()) {
      if (this.#ground.signal.aborted) return 0
      const wait = (this.#tries.get(id)?.notBefore ?? 0) - Date.now()
      next = Math.min(next, wait > 0 ? wait : await this.#try(id))
    }
    return next
  }

  /** Gives in how many ms it is tried again. */
  async #try(id: string): Promise<number> {
    const { log } = this.#ground
    const count = (this.#tries.get(id)?.count ?? 0) + 1
    try {
      const until = await copy(this.#ground, id)
      this.#tries.set(id, { notBefore: until ?? 0, count: 0 })
      return until === null ? LOOK : Math.max(0, until - Date.now())
    } catch (err) {
      const pause = pauseBehind(count)
      this.#tries.set(id, { notBefore: Date.now() + pause, count })
      const why = err instanceof Failure ? { code: err.code } : { err }
      log.warn({ ...why, message: id, collection: messages.name }, 'a letter is not in the folder of sent mail yet')
      return pause
    }
  }
}
