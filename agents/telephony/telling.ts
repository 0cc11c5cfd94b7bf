import type { LineStanding } from '../../shared/calls/phones.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { pause } from '../runtime/pause.ts'

/** The server is told anew, ms: it may have been away, or put back to a backup. */
const TELL_EVERY = 60_000

/** Tells the server where the bridge is and how its lines stand, again and again, and at once where that has changed. */
export class Telling {
  readonly #ground: Pick<AgentGround, 'tellBridge' | 'log' | 'signal'>
  #wake = new AbortController()

  constructor(ground: Pick<AgentGround, 'tellBridge' | 'log' | 'signal'>) {
    this.#ground = ground
  }

  /** Something has changed. */
  look(): void {
    this.#wake.abort()
  }

  /** Tells until the signal. */
  async run(url: string, lines: () => Readonly<Record<string, LineStanding>>): Promise<void> {
    const { tellBridge, log, signal } = this.#ground
    while (!signal.aborted) {
      this.#wake = new AbortController()
      await tellBridge({ url, lines: lines() }).catch((err: unknown) => {
        if (!signal.aborted) log.warn({ err }, 'the server does not know where the bridge is')
      })
      const woken = AbortSignal.any([signal, this.#wake.signal])
      await pause(TELL_EVERY, woken)
    }
  }
}
