import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Claim, EFFECT_LIMITS, type EffectMode, type EffectResult } from '../../shared/effects/ledger.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import type { Storage } from '../storage/storage.ts'
import { type Ground, KINDS } from '../storage/testing/grounds.ts'
import { LedgerModel, STEPS } from './testing/model.ts'

const NOW = Date.UTC(2026, 10, 28)

function claim(key: string, change: Partial<Claim> = {}): Claim {
  return { act: 'claim', key, holder: 'sender', lease: 60_000, mode: 'repeat', ...change }
}

function tokenOf(result: EffectResult | undefined): number {
  if (result?.is !== 'yours') throw new Error(`not given: ${result?.is}`)
  return result.token
}

describe.each(KINDS)('the ledger over $name', ({ begin }) => {
  let kind: Awaited<ReturnType<typeof begin>>
  let ground: Ground
  let one: Storage
  let other: Storage
  beforeAll(async () => {
    kind = await begin()
  })
  afterAll(() => kind.end())
  beforeEach(async () => {
    ground = await kind.ground()
    one = await ground.open()
    other = await ground.open()
  })
  afterEach(async () => {
    await Promise.all([one.close(), other.close()])
    await ground.remove()
  })

  /** Claims a key at a time; gives what was answered. */
  async function claimed(key: string, change: Partial<Claim> = {}, now = NOW) {
    const [result] = await one.effects.act([claim(key, change)], now)
    return result
  }

  test('LG6, LG7, LG8: whoever claims, crashes, sleeps or comes back, at two servers, over restarts and restores', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const model = new LedgerModel(crypto.randomUUID(), NOW)
        for (const step of steps) {
          if (step.does === 'restart') {
            await one.close()
            one = await ground.open()
          } else if (step.does === 'restore') await one.restored({ at: NOW, backup: NOW })
          else await model.run(step, (step.at === 0 ? one : other).effects)
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each<EffectMode>(['repeat', 'once'])('LG6: of many who claim as %s at once, one has each key', async (mode) => {
    const keys = Array.from({ length: 40 }, (_, i) => `rule/move${i}`)
    const asked = [one, other, one, other].map((server, i) =>
      Promise.all(keys.map((key) => server.effects.act([claim(key, { mode, holder: `h${i}` })]))),
    )
    const answers = (await Promise.all(asked)).map((results) => results.map(([result]) => result))
    for (const [i] of keys.entries()) {
      const is = answers.map((results) => results[i]?.is).sort()
      expect(is).toEqual(['held', 'held', 'held', 'yours'])
    }
    const tokens = answers.flat().flatMap((result) => (result?.is === 'yours' ? result.token : []))
    expect(new Set(tokens).size).toBe(keys.length)
  })

  test('LG9: acts of one request are done one after the other; what was answered stands after a restart', async () => {
    const token = tokenOf(await claimed('a'))
    const results = await one.effects.act(
      [
        { act: 'settle', key: 'a', token, outcome: 'sent' },
        claim('a'),
        claim('b'),
        claim('b', { holder: 'other' }),
        { act: 'release', key: 'b', token: token + 1 },
        claim('b', { holder: 'other' }),
        { act: 'settle', key: 'b', token: token + 1 },
      ],
      NOW,
    )
    expect(results.map(({ is }) => is)).toEqual(['settled', 'settled', 'yours', 'held', 'released', 'yours', 'lost'])
    expect(results[1]).toEqual({ is: 'settled', outcome: 'sent' })
    await one.close()
    one = await ground.open()
    expect([await claimed('a'), (await claimed('b'))?.is]).toEqual([{ is: 'settled', outcome: 'sent' }, 'held'])
  })

  test('LG9: what was asked again, since its answer was lost, is answered as before', async () => {
    const first = await claimed('a', { mode: 'once', nonce: 'n1' })
    const again = await claimed('a', { mode: 'once', nonce: 'n1' }, NOW + 1)
    expect(first?.is === 'yours' && again).toEqual({ ...first, until: first?.is === 'yours' && first.until + 1 })
    expect((await claimed('a', { mode: 'once', nonce: 'n2' }))?.is).toBe('held')
    const token = tokenOf(first)
    for (const outcome of ['sent', 'sent again']) {
      const [settled] = await one.effects.act([{ act: 'settle', key: 'a', token, outcome }], NOW)
      expect(settled).toEqual({ is: 'settled', outcome: 'sent' })
    }
  })

  test('LG15: what an earlier run of the same holder left is told at once; other holders’ leases, and one’s own, go on', async () => {
    const of = (run: string) => ({ mode: 'once', run, nonce: `${run}.n` }) as const
    const [first, next] = [of('run1'), of('run2')]
    for (const key of ['once', 'repeat']) await claimed(key, { ...first, ...(key === 'repeat' && { mode: 'repeat' }) })
    const is = async (key: string, change: Partial<Claim>) => (await claimed(key, change, NOW + 1))?.is
    expect(await is('once', { ...first, nonce: 'run1.m' })).toBe('held')
    expect(await is('once', { ...next, holder: 'other' })).toBe('held')
    expect(await is('once', { mode: 'once', nonce: 'run2.n' })).toBe('held')
    expect(await is('once', next)).toBe('doubtful')
    expect(await is('repeat', { ...next, mode: 'repeat' })).toBe('yours')
  })

  test('LG10: a lease of a clock that was put back has ended; storage’s own clock is used when no time is said', async () => {
    expect((await claimed('a', {}, NOW + DAY_MS))?.is).toBe('yours')
    expect((await claimed('a'))?.is).toBe('yours')
    const before = Date.now()
    const [result] = await one.effects.act([claim('b', { lease: EFFECT_LIMITS.lease })])
    const until = result?.is === 'yours' ? result.until : 0
    expect(Math.abs(until - EFFECT_LIMITS.lease - before)).toBeLessThan(60_000)
  })

  test('LG11: what came of it is forgotten, that it was done never; what nobody did goes', async () => {
    const [settled, doubtful, free, left] = ['settled', 'doubtful', 'free', 'left']
    const token = tokenOf(await claimed(settled))
    await one.effects.act([{ act: 'settle', key: settled, token, outcome: 'sent' }], NOW)
    await claimed(doubtful, { mode: 'once' })
    await claimed(doubtful, {}, NOW + DAY_MS)
    await one.effects.act([{ act: 'release', key: free, token: tokenOf(await claimed(free)) }], NOW)
    await claimed(left)
    const counts = async () => (await one.effects.standing()).map(({ state, count }) => `${state} ${count}`).sort()
    await one.effects.forget(NOW)
    expect(await counts()).toEqual(['doubtful 1', 'free 1', 'held 1', 'settled 1'])
    await one.effects.forget(NOW + 2 * DAY_MS)
    expect(await counts()).toEqual(['doubtful 1', 'settled 1'])
    expect(await claimed(settled)).toEqual({ is: 'settled', outcome: '' })
    expect(await claimed(doubtful)).toEqual({ is: 'doubtful' })
  })
})
