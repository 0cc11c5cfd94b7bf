import type { Basis } from '../../../../shared/basis/basis.ts'
import type { EventKind } from '../../../../shared/events/collections.ts'

/** What a quick event begins with. */
export interface QuickStart {
  readonly kind: EventKind
  /** What it is made from; left out, the record whose card is open. */
  readonly basis?: Basis | undefined
}
