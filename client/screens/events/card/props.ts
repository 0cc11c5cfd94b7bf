import type { Event } from '../../../../shared/events/collections.ts'
import type { EventItem } from '../../../../shared/events/event-item.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'

/** What the card of an event is given. */
export interface EventCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** An event that is here, as it is written and as lists show it. */
export interface HereProps extends EventCardProps {
  readonly event: Event
  readonly item: EventItem
  /** Values that were written apart. */
  readonly apart: readonly Parted[]
}

/** The same, and whether it can only be looked at. */
export interface PresentProps extends HereProps {
  readonly readOnly: boolean
}
