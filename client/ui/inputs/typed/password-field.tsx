import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createSignal } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps, fieldAttributes } from '../field/field.tsx'

export interface PasswordFieldProps extends FieldProps {
  readonly value: string
  /** Each change: passwords are sent with their form, never saved field by field. */
  readonly onInput: (value: string) => void
  readonly autocomplete: 'current-password' | 'new-password'
}

/** A password, hidden until its eye is pressed. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useWords()
  const id = createFieldId()
  const [isShown, setShown] = createSignal(false)
  return (
    <FieldFrame {...props} id={id}>
      <div class="box">
        <input
          {...fieldAttributes(id, props)}
          type={isShown() ? 'text' : 'password'}
          value={props.value}
          autocomplete={props.autocomplete}
          spellcheck={false}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <IconButton
          icon={isShown() ? EyeOff : Eye}
          label={t(isShown() ? 'common.fields.hidePassword' : 'common.fields.showPassword')}
          disabled={props.disabled}
          onClick={() => setShown(!isShown())}
        />
      </div>
    </FieldFrame>
  )
}
