import {
  EFFECT_LIMITS,
  type EffectAct,
  type EffectResult,
  type EffectResults,
} from '../../../../shared/effects/ledger.ts'

/** The server takes requests up to 64 KB. */
const MOST_BYTES = 60_000

interface Waiting {
  readonly act: EffectAct
  readonly bytes: number
  resolve(result: EffectResult): void
  reject(error: unknown): void
}

/** Asks for many acts at once. */
type Ask = (acts: readonly EffectAct[]) => Promise<EffectResults>

/** Acts of one turn of the event loop go to the server in one request, or as few as it takes; those that come meanwhile go in the next. */
export class Acts {
  readonly #ask: Ask
  #waiting: Waiting[] = []
  #isAsking = false

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** What came of an act. Rejects with what asking did. */
  do(act: EffectAct): Promise<EffectResult> {
    const { promise, resolve, reject } = Promise.withResolvers<EffectResult>()
    this.#waiting.push({ act, bytes: Buffer.byteLength(JSON.stringify(act)), resolve, reject })
    if (!this.#isAsking) {
      this.#isAsking = true
      setImmediate(() => void this.#send())
    }
    return promise
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0)
      await Promise.all(bundled(this.#waiting.splice(0)).map((bundle) => this.#sendAll(bundle)))
    this.#isAsking = false
  }

  async #sendAll(bundle: readonly Waiting[]): Promise<void> {
    try {
      const { results } = await this.#ask(bundle.map(({ act }) => act))
      for (const [i, { resolve, reject }] of bundle.entries()) {
        const result = results[i]
        if (result) resolve(result)
        else reject(new RangeError('The server did not answer every act'))
      }
    } catch (error) {
      for (const { reject } of bundle) reject(error)
    }
  }
}

/** In their order, in parts of which the server takes each. */
function bundled(waiting: readonly Waiting[]): Waiting[][] {
  const bundles: Waiting[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const one of waiting) {
    const last = bundles.at(-1)
    bytes += one.bytes
    if (last && bytes <= MOST_BYTES && last.length < EFFECT_LIMITS.acts) last.push(one)
    else {
      bundles.push([one])
      bytes = one.bytes
    }
  }
  return bundles
}
