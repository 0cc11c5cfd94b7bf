import Ellipsis from 'lucide-solid/icons/ellipsis'
import Merge from 'lucide-solid/icons/merge'
import { createSignal, Show } from 'solid-js'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'
import { MergeDialog } from './merge-dialog.tsx'

/** What can be done with the customer. */
export function CustomerMenu() {
  const { t } = useWords()
  const card = useCard()
  const [isMerging, setMerging] = createSignal(false)
  return (
    <Show when={card.row() && !card.isFixed()}>
      <RemindMe about={{ collection: 'customers', id: card.row()?.id ?? '' }} />
      <Menu
        label={t('customers.acts')}
        placement="bottom-end"
        items={[{ label: t('customers.merging.start'), icon: Merge, onSelect: () => setMerging(true) }]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('customers.acts')} />}
      />
      <Show when={isMerging()}>
        <MergeDialog onClose={() => setMerging(false)} />
      </Show>
    </Show>
  )
}
