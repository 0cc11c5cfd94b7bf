import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface SecretFieldProps {
  readonly label: string
  /** What is said of it where none is set. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
  /** The server has one: it is never shown. */
  readonly isSet: boolean
  readonly value: string
  readonly onInput: (value: string) => void
}

/** A secret, which goes to the server and never comes back: whether it is set is all that is said of it. */
export function SecretField(props: SecretFieldProps) {
  const { t } = useWords()
  return (
    <PasswordField
      label={props.label}
      error={props.error}
      required={props.required}
      hint={props.isSet ? t('sending.secretSet') : props.hint}
      value={props.value}
      onInput={props.onInput}
      autocomplete="new-password"
    />
  )
}
