import { createSignal, Show } from 'solid-js'
import type { SignedIn } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { LinkButton } from '../../ui/actions/link.tsx'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Gate } from './gate.tsx'

interface SecondFactorProps {
  readonly onSignedIn: () => void
  /** Back to e-mail and password. */
  readonly onBack: () => void
}

/** The second step of signing in: a code from the phone, or a backup code. */
export function SecondFactor(props: SecondFactorProps) {
  const { t } = useWords()
  const checks = useChecks()
  const [code, setCode] = createSignal('')
  const [isBackup, setBackup] = createSignal(false)
  const label = () => t(isBackup() ? 'account.code.backup' : 'account.code.label')
  const checked = createChecked({ code: () => checks.required(code(), label()) }, { 'code-wrong': 'code' })
  const pass = async () => {
    await api<SignedIn>('POST', '/api/auth/second-factor', { code: code() })
    props.onSignedIn()
  }
  const change = () => {
    setCode('')
    setBackup(!isBackup())
  }
  return (
    <Gate
      title={t('account.code.title')}
      text={t(isBackup() ? 'account.code.backupText' : 'account.code.text')}
      footer={<LinkButton onClick={() => props.onBack()}>{t('account.code.back')}</LinkButton>}
    >
      <SentForm submit={t('account.signIn.submit')} checked={checked} onSubmit={pass}>
        <Show when={isBackup()} keyed fallback={<CodeField numeric />}>
          <CodeField />
        </Show>
      </SentForm>
      <LinkButton onClick={change}>{t(isBackup() ? 'account.code.usePhone' : 'account.code.useBackup')}</LinkButton>
    </Gate>
  )

  function CodeField(field: { readonly numeric?: boolean }) {
    return (
      <TextField
        label={label()}
        autocomplete="one-time-code"
        inputMode={field.numeric ? 'numeric' : 'text'}
        maxLength={20}
        required
        error={checked.errorOf('code')}
        value={code() || null}
        onCommit={(text) => setCode(text ?? '')}
        autofocus
      />
    )
  }
}
