import { createSignal, Show } from 'solid-js'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { NameDialog } from '../../name-dialog.tsx'

/** What the dialog that names a view is given. */
export interface ViewNameDialogProps {
  readonly title: string
  /** As it is called so far. */
  readonly name: string
  /** Whether it may be made for everybody. */
  readonly mayShare: boolean
  readonly onName: (name: string, isShared: boolean) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks what a view is called, and for whom it is. */
export function ViewNameDialog(props: ViewNameDialogProps) {
  const { t } = useWords()
  const [isShared, setShared] = createSignal(false)
  return (
    <NameDialog
      title={props.title}
      label={t('lists.views.name')}
      name={props.name}
      maxLength={60}
      onName={(name) => props.onName(name, isShared())}
      onClose={props.onClose}
    >
      <Show when={props.mayShare}>
        <Checkbox label={t('lists.views.forAll')} checked={isShared()} onCommit={setShared} />
      </Show>
    </NameDialog>
  )
}
