import { createSignal, Show } from 'solid-js'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the dialog that names a view is given. */
export interface NameDialogProps {
  readonly title: string
  /** As it is called so far. */
  readonly name: string
  /** Whether it may be made for everybody. */
  readonly mayShare: boolean
  readonly onName: (name: string, isShared: boolean) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks what a view is called, and for whom it is. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useWords()
  const [name, setName] = createSignal<string | null>(props.name)
  const [isShared, setShared] = createSignal(false)
  const text = () => name()?.trim() ?? ''
  const label = () => t('lists.views.name')
  const checked = createChecked({
    name: () => (text() === '' ? t('common.fields.required', { label: label() }) : undefined),
  })
  return (
    <Dialog open title={props.title} onClose={() => props.onClose()}>
      <SentForm
        submit={t('common.save')}
        checked={checked}
        onSubmit={async () => {
          await props.onName(text(), isShared())
          props.onClose()
        }}
      >
        <TextField
          required
          autofocus
          label={label()}
          value={name()}
          maxLength={60}
          error={checked.errorOf('name')}
          onCommit={setName}
        />
        <Show when={props.mayShare}>
          <Checkbox label={t('lists.views.forAll')} checked={isShared()} onCommit={setShared} />
        </Show>
      </SentForm>
    </Dialog>
  )
}
