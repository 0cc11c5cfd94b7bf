import MailPlus from 'lucide-solid/icons/mail-plus'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useMayWrite } from '../../rights.ts'
import type { MessageStart } from './begun/start.ts'

/** The program starts without it. */
const WriteDialog = lazy(async () => ({ default: (await import('./write-dialog.tsx')).WriteDialog }))

/** About nothing that there is. */
const ANYBODY: MessageStart = { customer: null, order: null, contact: null }

/** «Написать»: a letter or an SMS, from a card. */
export function WriteButton(props: { readonly start: MessageStart }) {
  const { t } = useWords()
  const writing = createWriting(() => ({ heading: t('keys.groups.card'), id: 'card.write' }))
  return (
    <Show when={writing.isAllowed()}>
      <IconButton icon={MailPlus} label={t('messages.write.title')} onClick={writing.begin} />
      <Writing start={props.start} {...writing} />
    </Show>
  )
}

/** «Написать», the main act of a screen: to anybody. */
export function WriteToAnybody() {
  const { t } = useWords()
  const writing = createWriting(() => ({ heading: t('keys.groups.screen'), id: 'mail.write', keys: 'n' }))
  return (
    <Show when={writing.isAllowed()}>
      <Button look="primary" icon={MailPlus} onClick={writing.begin}>
        {t('messages.write.title')}
      </Button>
      <Writing start={ANYBODY} {...writing} />
    </Show>
  )
}

interface Offered {
  readonly heading: string
  readonly id: string
  readonly keys?: string
}

/** Whether it is written now; the palette and the keys offer it, too. */
function createWriting(offered: () => Offered) {
  const { t } = useWords()
  const mayWrite = useMayWrite('messages')
  const isAllowed = () => mayWrite && hasFeature('mail', 'sms')
  const [isOpen, setOpen] = createSignal(false)
  const begin = () => void setOpen(true)
  createOffers(() => {
    const { heading, ...offer } = offered()
    const row = { ...offer, label: t('messages.write.title'), icon: MailPlus, run: begin }
    return { heading, rows: isAllowed() ? [row] : [] }
  })
  return { isAllowed, isOpen, begin, end: () => void setOpen(false) }
}

interface WritingProps extends Pick<ReturnType<typeof createWriting>, 'isOpen' | 'end'> {
  readonly start: MessageStart
}

function Writing(props: WritingProps) {
  return (
    <Suspense>
      <Show when={props.isOpen()}>
        <WriteDialog start={props.start} onClose={props.end} />
      </Show>
    </Suspense>
  )
}
