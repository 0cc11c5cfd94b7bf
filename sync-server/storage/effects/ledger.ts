import {
  type Claim,
  EFFECT_LIMITS,
  type EffectAct,
  type EffectMode,
  type EffectResult,
} from '../../../shared/effects/ledger.ts'

/** How an effect stands: `free` was given back undone. */
export type EffectState = 'held' | 'free' | 'settled' | 'doubtful'

/** A row of the table `effects`. Times are ms since 1970. */
export interface Effect {
  readonly key: string
  /** Of the last claim that was granted; whoever shows another is nobody. */
  readonly token: number
  readonly holder: string
  readonly nonce: string
  /** When the lease ends. */
  readonly until: number
  readonly mode: EffectMode
  readonly state: EffectState
  readonly outcome: string
  /** When it came to stand so. */
  readonly at: number
}

/** What acts come to: their results, the rows that are written for them, and the last token that was given. */
export interface Decided {
  readonly results: readonly EffectResult[]
  readonly changed: readonly Effect[]
  readonly token: number
}

/** Does acts one after the other, upon the effects as they stand at `now` and the last token that was given. */
export function decide(acts: readonly EffectAct[], standing: readonly Effect[], token: number, now: number): Decided {
  const effects = new Map(standing.map((effect) => [effect.key, effect]))
  const changed = new Map<string, Effect>()
  let last = token
  const results = acts.map((act) => {
    const before = effects.get(act.key)
    const { result, after } = act.act === 'claim' ? claim(act, before, last + 1, now) : go(act, before, now)
    if (after && after !== before) {
      effects.set(act.key, after)
      changed.set(act.key, after)
      last = Math.max(last, after.token)
    }
    return result
  })
  return { results, changed: [...changed.values()], token: last }
}

interface Step {
  readonly result: EffectResult
  readonly after?: Effect
}

const LOST: Step = { result: { is: 'lost' } }

function claim(act: Claim, before: Effect | undefined, token: number, now: number): Step {
  if (before?.state === 'settled') return { result: { is: 'settled', outcome: before.outcome } }
  if (before?.state === 'doubtful') return { result: { is: 'doubtful' } }
  if (before?.state === 'held') {
    const { nonce, until } = before
    if (nonce !== '' && nonce === act.nonce) return renewed(before, now + act.lease)
    if (isGoing(before, now) && !isOfEarlierRun(before, act)) return { result: { is: 'held', until } }
    // Whoever had it may have done it.
    if (before.mode === 'once' || act.mode === 'once') {
      return { result: { is: 'doubtful' }, after: { ...before, state: 'doubtful', at: now } }
    }
  }
  const { key, holder, mode, nonce = '' } = act
  const until = now + act.lease
  const after: Effect = { key, token, holder, nonce, until, mode, state: 'held', outcome: '', at: now }
  return { result: { is: 'yours', token, until }, after }
}

function renewed(before: Effect, until: number): Step {
  return { result: { is: 'yours', token: before.token, until }, after: { ...before, until } }
}

/** A lease may be made longer, and its effect settled, also after its end, as long as nobody else was told otherwise. */
function go(act: Exclude<EffectAct, Claim>, before: Effect | undefined, now: number): Step {
  if (before?.token !== act.token) return LOST
  const { state } = before
  // An answer that was lost is asked for again.
  if (act.act === 'settle' && state === 'settled') return { result: { is: 'settled', outcome: before.outcome } }
  if (act.act === 'release' && state === 'free') return { result: { is: 'released' } }
  if (state !== 'held') return LOST
  if (act.act === 'renew') return renewed(before, now + act.lease)
  if (act.act === 'release') return { result: { is: 'released' }, after: { ...before, state: 'free', at: now } }
  const outcome = act.outcome ?? ''
  return { result: { is: 'settled', outcome }, after: { ...before, state: 'settled', outcome, at: now } }
}

/** Whether it was claimed by a run of the same holder that is over, since another has begun. */
function isOfEarlierRun({ holder, nonce }: Effect, { holder: who, run }: Claim): boolean {
  return run !== undefined && holder === who && !nonce.startsWith(run)
}

/** Whether a lease has not ended. One that ends later than any may was given by a clock that has been put back since. */
function isGoing({ until }: Effect, now: number): boolean {
  return until > now && until <= now + EFFECT_LIMITS.lease
}
