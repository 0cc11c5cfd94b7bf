import type { EffectAct, EffectResult } from '../../../../shared/effects/ledger.ts'

/** An effect is ours no more. */
export class LeaseLost extends Error {}

/** What a lease is about, and how the ledger is asked. */
export interface LeaseGround {
  readonly key: string
  readonly token: number
  /** How long it lasts unless it is renewed, ms. */
  readonly lasts: number
  readonly act: (act: EffectAct) => Promise<EffectResult>
  /** Told once when it counts no more. */
  readonly over: () => void
}

/** An effect that is ours to bring about, until it is settled, released or lost. */
export class Lease {
  readonly #ground: LeaseGround
  readonly #lost = new AbortController()
  #timer: NodeJS.Timeout | null = null

  /** It was asked for at `asked`, ms of the process's own clock. */
  constructor(ground: LeaseGround, asked: number) {
    this.#ground = ground
    this.#lastFrom(asked)
  }

  get key(): string {
    return this.#ground.key
  }

  /** Aborted, by LeaseLost, when it is lost: who works on it stops. */
  get signal(): AbortSignal {
    return this.#lost.signal
  }

  /** It is done, for good; false where it is ours no more, and then whoever has it says what came of it. */
  async settle(outcome = ''): Promise<boolean> {
    const { is } = await this.#last({ act: 'settle', ...this.#named, outcome })
    return is === 'settled'
  }

  /** It was not done: whoever asks next may do it. */
  async release(): Promise<void> {
    await this.#last({ act: 'release', ...this.#named })
  }

  /** It takes longer. */
  async renew(): Promise<void> {
    const asked = performance.now()
    const { is } = await this.#ground.act({ act: 'renew', ...this.#named, lease: this.#ground.lasts })
    if (this.#timer === null) return
    if (is === 'yours') this.#lastFrom(asked)
    else this.#lose()
  }

  get #named() {
    const { key, token } = this.#ground
    return { key, token }
  }

  /** Does what ends it. Until it is answered it may be lost by its time: it is tried all the same. */
  async #last(act: EffectAct): Promise<EffectResult> {
    try {
      return await this.#ground.act(act)
    } finally {
      this.#end()
    }
  }

  #lastFrom(asked: number): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lose(), asked + this.#ground.lasts - performance.now()).unref()
  }

  #lose(): void {
    this.#end()
    this.#lost.abort(new LeaseLost(this.key))
  }

  #end(): void {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    this.#ground.over()
  }
}
