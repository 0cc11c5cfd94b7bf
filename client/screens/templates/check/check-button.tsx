import Eye from 'lucide-solid/icons/eye'
import { createSignal, lazy, Show } from 'solid-js'
import type { MessageTemplate } from '../../../../shared/messages/collections.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const CheckDialog = lazy(async () => ({ default: (await import('./check-dialog.tsx')).CheckDialog }))

/** «Проверить шаблон». */
export function CheckButton(props: { readonly template: MessageTemplate }) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <div>
      <Button icon={Eye} onClick={() => setOpen(true)}>
        {t('messages.check.title')}
      </Button>
      <Show when={isOpen()}>
        <CheckDialog template={props.template} onClose={() => setOpen(false)} />
      </Show>
    </div>
  )
}
