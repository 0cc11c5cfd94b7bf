import { type FeatureId, isOnWithout } from './features.ts'

type Source = () => ReadonlySet<string>

const NOTHING: ReadonlySet<string> = new Set()
let source: Source = () => NOTHING

/**
 * Says where this thread has the ids of the features that its company switched off: a page, a worker, a process serves one
 * company. A source that tells Solid that it was read keeps whatever was drawn by it up to date.
 */
export function takeFeaturesFrom(next: Source): void {
  source = next
}

/** What is shown or done for features alone: for one, or for any of several; for all without. */
export interface OfFeature {
  readonly feature?: FeatureId | readonly FeatureId[]
}

/** Whether the company has a feature on, or any of several. */
export function hasFeature(...ids: readonly FeatureId[]): boolean {
  const off = source()
  return ids.some((id) => isOnWithout(off, id))
}

/** Whether something is there with the features as they are. */
export function isOffered({ feature }: OfFeature): boolean {
  return feature === undefined || hasFeature(...[feature].flat())
}
