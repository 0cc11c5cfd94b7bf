/**
 * The ledger of what agents do outside their records: `POST /api/agent/effects` with EffectActs, answered by EffectResults,
 * with the service key (sync-server/effects/SPEC.md). All acts of a request are one transaction. Times are ms since 1970.
 */
export interface EffectActs {
  /** At most so many as EFFECT_LIMITS says, in the order in which they are done. */
  readonly acts: readonly EffectAct[]
}

export interface EffectResults {
  /** One for each act, in their order. */
  readonly results: readonly EffectResult[]
}

/** `repeat`: what is done twice does no harm. `once`: it must not be done twice; where nobody knows, it is not done again. */
export const EFFECT_MODES = ['repeat', 'once'] as const
export type EffectMode = (typeof EFFECT_MODES)[number]

export type EffectAct = Claim | Renewal | Release | Settlement

/** Asks to be the one who does it. */
export interface Claim {
  readonly act: 'claim'
  readonly key: string
  /** Who asks, for people who look into it. */
  readonly holder: string
  /** For how long it is his, ms. */
  readonly lease: number
  readonly mode: EffectMode
  /** Sent again with the claim's repetition, where the answer was lost: that gives the same token, and a lease begun anew. */
  readonly nonce?: string
  /** Nonces of this run of the holder begin with it: what he has under others is of a run that is over, whose leases count no more. */
  readonly run?: string
}

/** It takes longer: its lease begins anew. */
export interface Renewal {
  readonly act: 'renew'
  readonly key: string
  readonly token: number
  readonly lease: number
}

/** It was not done, and whoever asks next may do it. */
export interface Release {
  readonly act: 'release'
  readonly key: string
  readonly token: number
}

/** It is done, for good. */
export interface Settlement {
  readonly act: 'settle'
  readonly key: string
  readonly token: number
  /** What came of it, in words of who did it. */
  readonly outcome?: string
}

export type EffectResult =
  /** Yours until then; the token goes with each further act. */
  | { readonly is: 'yours'; readonly token: number; readonly until: number }
  /** Somebody else’s until then. */
  | { readonly is: 'held'; readonly until: number }
  | { readonly is: 'settled'; readonly outcome: string }
  /** Somebody began it, and nobody knows whether it was done. */
  | { readonly is: 'doubtful' }
  | { readonly is: 'released' }
  /** The token is not the one that counts. */
  | { readonly is: 'lost' }

/** Of what is sent: so many acts at once, characters of texts, ms of a lease. */
export const EFFECT_LIMITS = { acts: 200, key: 300, holder: 120, nonce: 64, outcome: 2000, lease: 600_000 } as const
