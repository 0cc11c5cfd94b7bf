import Users from 'lucide-solid/icons/users'
import { createSignal } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { DuplicatesDialog } from './duplicates-dialog.tsx'

/** «Дубли»: opens the list of customers that may be the same. */
export function DuplicatesButton() {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Button icon={Users} onClick={() => setOpen(true)}>
        {t('customers.duplicates.open')}
      </Button>
      <DuplicatesDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  )
}
