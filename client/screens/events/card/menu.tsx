import PhoneOff from 'lucide-solid/icons/phone-off'
import { takenOf } from '../../../../shared/basis/taken.ts'
import type { Event } from '../../../../shared/events/collections.ts'
import { readPhone } from '../../../../shared/phones/phone.ts'
import { createCallDeeds } from '../../../records/calls/call-deeds.ts'
import { BasisMenu } from '../../../records/making/basis-menu.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What follows from an event. */
export function EventMenu(props: { readonly event: Event }) {
  const { t } = useWords()
  const mayIgnore = useMayWrite('ignoredNumbers')
  const ground = () => ({
    basis: { collection: 'events', id: props.event.id } as const,
    taken: takenOf('events', props.event),
    name: props.event.subject ?? t(choiceLabel('events', 'kind', props.event.kind ?? 'otherEvent')),
  })
  const { ignore } = createCallDeeds()
  const acts = () => {
    const { kind, address } = props.event
    if (kind !== 'call' || address === null || !mayIgnore || !readPhone(address)) return []
    return [{ id: 'calls.ignore', label: t('calling.ignore'), icon: PhoneOff, run: () => void ignore(address) }]
  }
  return <BasisMenu label={t('events.menu')} ground={ground()} acts={acts()} />
}
