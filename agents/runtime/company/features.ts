import { features } from '../../../shared/features/collections.ts'
import { type FeatureId, isOnWithout, switchedOff } from '../../../shared/features/features.ts'
import { takeFeaturesFrom } from '../../../shared/features/known.ts'
import type { Replica } from '../replica.ts'

const NOTHING: ReadonlySet<string> = new Set()

/** What of the program the company has on, as agents hear of it. */
export interface Features {
  /** Gives a signal that ends once the feature is not as it is said to be (at once, where it is not so now), or with `signal`. */
  whileIs(id: FeatureId, on: boolean, signal: AbortSignal): AbortSignal
}

/** Makes the features that the company switched off known to this process, as its setup says them now, until `forget`. */
export function knowFeatures(replica: Replica): Features & { forget(): void } {
  const read = () => switchedOff(replica.rows(features))
  const watches = new Set<() => void>()
  let off = read()
  takeFeaturesFrom(() => off)
  const stop = replica.observe((changes) => {
    if (!changes.some(({ collection }) => collection.name === features.name)) return
    off = read()
    for (const watch of watches) watch()
  })
  return {
    whileIs: (id, on, signal) => {
      const ending = new AbortController()
      const look = () => isOnWithout(off, id) !== on && ending.abort()
      const over = AbortSignal.any([signal, ending.signal])
      watches.add(look)
      over.addEventListener('abort', () => watches.delete(look))
      look()
      return over
    },
    forget: () => {
      stop()
      takeFeaturesFrom(() => NOTHING)
    },
  }
}
