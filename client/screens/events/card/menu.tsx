import { takenOf } from '../../../../shared/basis/taken.ts'
import type { Event } from '../../../../shared/events/collections.ts'
import { BasisMenu } from '../../../records/making/basis-menu.tsx'
import { choiceLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What follows from an event. */
export function EventMenu(props: { readonly event: Event }) {
  const { t } = useWords()
  const ground = () => ({
    basis: { collection: 'events', id: props.event.id } as const,
    taken: takenOf('events', props.event),
    name: props.event.subject ?? t(choiceLabel('events', 'kind', props.event.kind ?? 'otherEvent')),
  })
  return <BasisMenu label={t('events.menu')} ground={ground()} />
}
