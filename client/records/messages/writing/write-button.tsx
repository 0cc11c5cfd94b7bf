import MailPlus from 'lucide-solid/icons/mail-plus'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { IconButton } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useMayWrite } from '../../rights.ts'
import type { MessageStart } from './start.ts'

/** The program starts without it. */
const WriteDialog = lazy(async () => ({ default: (await import('./write-dialog.tsx')).WriteDialog }))

/** «Написать»: a letter or an SMS, from a card. */
export function WriteButton(props: { readonly start: MessageStart }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('messages')
  const [isOpen, setOpen] = createSignal(false)
  const write = () => void setOpen(true)
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: mayWrite ? [{ id: 'card.write', label: t('messages.write.title'), icon: MailPlus, run: write }] : [],
  }))
  return (
    <Show when={mayWrite}>
      <IconButton icon={MailPlus} label={t('messages.write.title')} onClick={write} />
      <Suspense>
        <Show when={isOpen()}>
          <WriteDialog start={props.start} onClose={() => setOpen(false)} />
        </Show>
      </Suspense>
    </Show>
  )
}
