import { setTimeout as after } from 'node:timers/promises'
import type { EffectAct, EffectMode, EffectResult, EffectResults } from '../../../shared/effects/ledger.ts'
import type { TestServer } from '../../support/server.ts'
import { askPatiently } from './asking.ts'

/** A lease of who goes on is never over; of who dies it soon is, ms. */
const LONG = 60_000
const SHORT = 200

/** What became of a key. */
export interface Told {
  readonly mode: EffectMode
  /** How often somebody did what it stands for. */
  done: number
  /** How many died between having the key and settling it. */
  deaths: number
  end: EffectResult['is'] | null
}

/** Agents that work off keys of the ledger; now and then one dies in the middle, and comes back as another. */
export class Holders {
  readonly keys = new Map<string, Told>()
  readonly #server: TestServer
  readonly #random: () => number

  constructor(server: TestServer, random: () => number) {
    this.#server = server
    this.#random = random
  }

  /** So many holders work off the keys; resolves when each key has come to its end. */
  async workOff(keys: readonly string[], holders: number): Promise<void> {
    for (const [i, key] of keys.entries()) {
      this.keys.set(key, { mode: i % 2 === 0 ? 'once' : 'repeat', done: 0, deaths: 0, end: null })
    }
    await Promise.all(Array.from({ length: holders }, (_, i) => this.#workOff(keys, `holder ${i}`)))
  }

  async #workOff(keys: readonly string[], holder: string): Promise<void> {
    for (;;) {
      const left = keys.filter((key) => this.keys.get(key)?.end === null)
      const key = left[Math.floor(this.#random() * left.length)]
      const told = key === undefined ? undefined : this.keys.get(key)
      if (key === undefined || told === undefined) return
      await this.#try(key, told, holder)
    }
  }

  async #try(key: string, told: Told, holder: string): Promise<void> {
    const dies = this.#random() < 0.15
    const [lease, nonce] = [dies ? SHORT : LONG, crypto.randomUUID()]
    const claimed = await this.#act({ act: 'claim', key, holder, lease, mode: told.mode, nonce })
    if (claimed.is === 'held') return await after(20)
    if (claimed.is !== 'yours') {
      told.end = claimed.is
      return
    }
    const isDone = !dies || this.#random() < 0.5
    if (isDone) told.done++
    if (dies) {
      told.deaths++
      return
    }
    const settled = await this.#act({ act: 'settle', key, token: claimed.token, outcome: holder })
    told.end = settled.is
  }

  async #act(act: EffectAct): Promise<EffectResult> {
    const { results } = await askPatiently<EffectResults>(this.#server, '/api/agent/effects', { acts: [act] })
    const [result] = results
    if (!result) throw new Error('nothing was answered')
    return result
  }
}
