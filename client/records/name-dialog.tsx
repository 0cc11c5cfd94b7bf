import { createSignal, type ParentProps } from 'solid-js'
import { createChecked } from '../ui/forms/checks.ts'
import { SentForm } from '../ui/forms/sent-form.tsx'
import { TextField } from '../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words/words.tsx'

/** What the dialog that asks for a name is given; what else it asks stands below the name. */
export interface NameDialogProps {
  readonly title: string
  readonly label: string
  /** As it is called so far. */
  readonly name: string
  /** Letters at most. */
  readonly maxLength: number
  readonly onName: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks what something is called. */
export function NameDialog(props: ParentProps<NameDialogProps>) {
  const { t } = useWords()
  const [name, setName] = createSignal<string | null>(props.name)
  const text = () => name()?.trim() ?? ''
  const checked = createChecked({
    name: () => (text() === '' ? t('common.fields.required', { label: props.label }) : undefined),
  })
  return (
    <Dialog open title={props.title} onClose={() => props.onClose()}>
      <SentForm
        submit={t('common.save')}
        checked={checked}
        onSubmit={async () => {
          await props.onName(text())
          props.onClose()
        }}
      >
        <TextField
          required
          autofocus
          label={props.label}
          value={name()}
          maxLength={props.maxLength}
          error={checked.errorOf('name')}
          onCommit={setName}
        />
        {props.children}
      </SentForm>
    </Dialog>
  )
}
