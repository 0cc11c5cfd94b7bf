import fc from 'fast-check'
import { expect } from 'vitest'
import type { EffectMode, EffectResult } from '../../../shared/effects/ledger.ts'
import type { EffectStore } from '../../storage/effects/store.ts'

const KEYS = ['a', 'b', 'c']
const HOLDERS = 3
const LEASE = 1000

/** What a holder does, at one of two servers, after some time has passed. */
interface HolderStep {
  readonly does: 'claim' | 'do' | 'settle' | 'renew' | 'release' | 'crash'
  readonly at: 0 | 1
  readonly holder: number
  readonly key: string
  /** How long after the step before, ms; leases are of 1,000. */
  readonly after: number
}

export type Step = HolderStep | { readonly does: 'restart' } | { readonly does: 'restore' }

const holderStep: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('claim', 'claim', 'do', 'settle', 'renew', 'release', 'crash'),
  at: fc.constantFrom(0, 1),
  holder: fc.integer({ min: 0, max: HOLDERS - 1 }),
  key: fc.constantFrom(...KEYS),
  after: fc.constantFrom(0, 1, 400, 999, 1001),
})
const rareStep: fc.Arbitrary<Step> = fc.constantFrom<Step>({ does: 'restart' }, { does: 'restore' })

export const STEPS = fc.array(fc.oneof({ weight: 30, arbitrary: holderStep }, { weight: 1, arbitrary: rareStep }), {
  minLength: 10,
  maxLength: 80,
})

interface Held {
  readonly token: number
  readonly isDone: boolean
}

/** What may be said of each key, whatever holders do: expects it of each answer. */
export class LedgerModel {
  readonly #run: string
  #now: number
  #lastToken = 0
  /** By `<holder> <key>`: what a holder believes to have. He forgets it when he crashes. */
  readonly #held = new Map<string, Held>()
  readonly #newest = new Map<string, number>()
  readonly #until = new Map<string, number>()
  readonly #settled = new Set<string>()
  readonly #done = new Map<string, number>()

  constructor(run: string, now: number) {
    this.#run = run
    this.#now = now
  }

  async run(step: HolderStep, effects: EffectStore): Promise<void> {
    this.#now += step.after
    const key = `${step.key} of ${this.#run}`
    const at = `${step.holder} ${key}`
    const held = this.#held.get(at)
    if (step.does === 'claim') return await this.#claim(key, at, step.key, effects)
    if (!held) return
    if (step.does === 'crash') this.#held.delete(at)
    else if (step.does === 'do') this.#do(key, at, held)
    else await this.#go(step.does, key, at, held, effects)
  }

  async #claim(key: string, at: string, name: string, effects: EffectStore): Promise<void> {
    const mode = modeOf(name)
    const [result] = await effects.act([{ act: 'claim', key, holder: at, lease: LEASE, mode }], this.#now)
    if (result?.is !== 'yours') return this.#refused(key, result)
    expect(this.#settled.has(key), 'LG7').toBe(false)
    expect(result.token, 'LG6: tokens grow').toBeGreaterThan(this.#lastToken)
    const isGoing = (this.#until.get(key) ?? 0) > this.#now
    expect(isGoing, 'LG6: nobody else’s lease goes on').toBe(false)
    expect(mode === 'once' && this.#until.has(key), 'LG8: given once, unless it was released').toBe(false)
    this.#lastToken = result.token
    this.#newest.set(key, result.token)
    this.#until.set(key, this.#now + LEASE)
    this.#held.set(at, { token: result.token, isDone: false })
  }

  #refused(key: string, result: EffectResult | undefined): void {
    if (result?.is === 'settled') expect(this.#settled.has(key)).toBe(true)
    else if (result?.is === 'held') expect(this.#until.get(key) ?? 0).toBeGreaterThan(this.#now)
    else {
      expect(result?.is).toBe('doubtful')
      expect(modeOf(key)).toBe('once')
      // Whoever had it has it no more.
      this.#newest.delete(key)
    }
  }

  #do(key: string, at: string, held: Held): void {
    if (held.isDone) return
    this.#held.set(at, { ...held, isDone: true })
    const times = (this.#done.get(key) ?? 0) + 1
    this.#done.set(key, times)
    if (modeOf(key) === 'once') expect(times, 'LG8').toBe(1)
  }

  async #go(does: 'settle' | 'renew' | 'release', key: string, at: string, held: Held, effects: EffectStore) {
    if ((does === 'settle') !== held.isDone && does !== 'renew') return
    const { token } = held
    const act =
      does === 'renew' ? ({ act: does, key, token, lease: LEASE } as const) : ({ act: does, key, token } as const)
    const [result] = await effects.act([act], this.#now)
    const isNewest = this.#newest.get(key) === token
    expect(result?.is !== 'lost', 'LG6: the last token, and no other').toBe(isNewest)
    if (!isNewest) return void this.#held.delete(at)
    if (does === 'renew' && result?.is === 'yours') this.#until.set(key, this.#now + LEASE)
    if (does === 'renew') return
    this.#held.delete(at)
    this.#until.delete(key)
    if (does === 'settle') this.#settled.add(key)
    else this.#newest.delete(key)
  }
}

/** The key `b` is for what must not be done twice. */
function modeOf(key: string): EffectMode {
  return key.startsWith('b') ? 'once' : 'repeat'
}
