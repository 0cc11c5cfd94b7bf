import { events } from '../../../../shared/events/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { WholeRecord } from '../../../records/card/whole-record.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { Present } from './present.tsx'
import type { EventCardProps } from './props.ts'

/** The card of an event. */
export function EventCard(props: EventCardProps) {
  const record = createRecord(events, () => props.id)
  createLook('events', () => props.id)
  const here = () => {
    const [event, item] = [record()?.row, record()?.item]
    return event && item ? { event, item } : undefined
  }
  return (
    <WholeRecord isMissing={record()?.row === null} here={here()} onClose={props.onClose}>
      {(found) => <Present {...props} event={found().event} item={found().item} apart={record()?.apart ?? []} />}
    </WholeRecord>
  )
}
