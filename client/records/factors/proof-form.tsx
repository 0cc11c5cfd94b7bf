import { createSignal, type ParentProps } from 'solid-js'
import { type Checked, createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface ProofFormProps extends ParentProps {
  readonly submit?: string
  readonly destroys?: boolean
  /** Checks of the fields that stand before the password. */
  readonly before?: Pick<Checked<never>, 'isWrong' | 'take'>
  /** Does what the password is asked for; rejects with its Failure. */
  readonly onProven: (password: string) => Promise<unknown>
}

/** Asks for one's own password once more, before something that somebody else at the open screen must not do. */
export function ProofForm(props: ProofFormProps) {
  const { t } = useWords()
  const checks = useChecks()
  const [password, setPassword] = createSignal('')
  const own = createChecked(
    { password: () => checks.required(password(), t('profile.proof.password')) },
    { 'password-wrong': 'password' },
  )
  const checked = {
    isWrong: () => [own, props.before].map((one) => one?.isWrong() ?? false).includes(true),
    take: (error: unknown) => own.take(error) || (props.before?.take(error) ?? false),
  }
  return (
    <SentForm
      submit={props.submit ?? t('profile.proof.submit')}
      checked={checked}
      destroys={props.destroys ?? false}
      onSubmit={() => props.onProven(password())}
    >
      {props.children}
      <PasswordField
        label={t('profile.proof.password')}
        hint={t('profile.proof.text')}
        autocomplete="current-password"
        error={own.errorOf('password')}
        value={password()}
        onInput={setPassword}
      />
    </SentForm>
  )
}
