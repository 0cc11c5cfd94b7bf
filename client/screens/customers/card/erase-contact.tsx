import { type Accessor, createSignal, Show } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import type { EntryRow } from '../../../records/card/entries.tsx'
import { EraseDialog } from '../../../records/erasing/erase-dialog.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** The owner erases a contact of the customer on its request. */
export function EraseContact(props: { readonly contact: Accessor<EntryRow> }) {
  const { t } = useWords()
  const card = useCard()
  const { role } = useData().account
  const [isOpen, setOpen] = createSignal(false)
  const name = () => String(props.contact().values.name ?? t('common.nameless'))
  const customer = () => props.contact().of ?? card.row()?.id
  return (
    <Show when={role === 'owner' && customer()}>
      {(id) => (
        <>
          <Button look="ghost" onClick={() => setOpen(true)}>
            {t('erasures.actContact')}
          </Button>
          <Show when={isOpen()}>
            <EraseDialog
              title={t('erasures.of', { name: name() })}
              sought={{ customer: id(), contact: props.contact().id }}
              onClose={() => setOpen(false)}
            />
          </Show>
        </>
      )}
    </Show>
  )
}
