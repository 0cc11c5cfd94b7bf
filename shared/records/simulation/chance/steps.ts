import fc, { type Arbitrary } from 'fast-check'
import type { Reload } from '../world/device.ts'
import { type Want, want } from './deeds.ts'

/** One thing that happens in the world. Devices and messages are chosen by number. */
export type Step =
  | { readonly step: 'act'; readonly by: number; readonly want: Want }
  | { readonly step: 'wait'; readonly ms: number }
  /** A message arrives; kept, it comes once more later. */
  | { readonly step: 'arrive'; readonly nth: number; readonly keep: boolean }
  | { readonly step: 'arrive-some'; readonly count: number }
  | { readonly step: 'line'; readonly by: number; readonly online: boolean }
  | { readonly step: 'clock'; readonly by: number; readonly offset: number }
  | { readonly step: 'reload'; readonly by: number; readonly how: Reload }
  /** One device gets what it lacks of another's documents, as at the start of a connection. */
  | { readonly step: 'catch-up'; readonly by: number; readonly from: number }

export const DEVICES = 3
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const by = fc.nat({ max: DEVICES - 1 })
const nth = fc.nat({ max: 30 })
const offset = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -5_000, max: 5_000 }),
  fc.integer({ min: -10 * MINUTE, max: 10 * MINUTE }),
  fc.integer({ min: -3 * DAY, max: 3 * DAY }),
)
const wait = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: MINUTE, max: DAY }))
const reload = fc.constantFrom<Reload>('state', 'updates', 'updates-reversed')

const step: Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ step: fc.constant('act' as const), by, want }) },
  { weight: 5, arbitrary: fc.record({ step: fc.constant('wait' as const), ms: wait }) },
  { weight: 8, arbitrary: fc.record({ step: fc.constant('arrive' as const), nth, keep: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('arrive-some' as const), count: nth }) },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('line' as const), by, online: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('clock' as const), by, offset }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('reload' as const), by, how: reload }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('catch-up' as const), by, from: by }) },
)

/** A history of several devices, and the seed of all that is drawn while it happens. */
export interface History {
  readonly seed: number
  readonly steps: readonly Step[]
}

export const history: Arbitrary<History> = fc.record({
  seed: fc.integer(),
  steps: fc.array(step, { minLength: 10, maxLength: 120, size: 'max' }),
})
