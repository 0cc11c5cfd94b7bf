import Ellipsis from 'lucide-solid/icons/ellipsis'
import { takenOf } from '../../../../shared/basis/taken.ts'
import type { Event } from '../../../../shared/events/collections.ts'
import { createOnBasis } from '../../../records/making/on-basis.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** «Создать на основании»: what follows from an event; the palette offers the same. */
export function EventMenu(props: { readonly event: Event }) {
  const { t } = useWords()
  const onBasis = createOnBasis(() => ({
    basis: { collection: 'events', id: props.event.id },
    taken: takenOf('events', props.event),
    name: props.event.subject ?? t(choiceLabel('events', 'kind', props.event.kind ?? 'otherEvent')),
  }))
  const all = () => [...onBasis.orders(), ...onBasis.others()]
  createOffers(() => ({ heading: t('keys.groups.card'), rows: all() }))
  return (
    <Menu
      label={t('events.menu')}
      placement="bottom-end"
      items={[
        { heading: t('trade.making.create') },
        ...all().map(({ short, icon, run }) => ({ label: short, icon, onSelect: run })),
      ]}
      trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('events.menu')} />}
    />
  )
}
