import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createSignal, type ParentProps } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the sheet of a phone is given. */
export interface LooksSheetProps extends ParentProps {
  /** What is shown is not what is shown at first: the button says so. */
  readonly isSet: boolean
}

/** On a phone: how records are looked at, behind one button, on a sheet at the lower edge. */
export function LooksSheet(props: LooksSheetProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Button
        class="looks-button"
        classList={{ set: props.isSet }}
        icon={SlidersHorizontal}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('lists.looks')}
      </Button>
      <Dialog open={isOpen()} title={t('lists.looks')} onClose={() => setOpen(false)}>
        <div class="looks-sheet">{props.children}</div>
      </Dialog>
    </>
  )
}
