import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { SetupRequest, SignedIn } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Gate } from './gate.tsx'

interface FirstStartProps {
  /** It is proved by the code that the server's console printed. */
  readonly asksCode: boolean
  readonly onSignedIn: () => void
}

/** The first start: whoever opens the page first names the company and becomes its owner. */
export function FirstStart(props: FirstStartProps) {
  const { t, language } = useWords()
  const [owner, setOwner] = createStore({ name: '', email: '', password: '' })
  const [company, setCompany] = createSignal('')
  const [code, setCode] = createSignal('')
  const [demo, setDemo] = createSignal(false)
  const checks = useChecks()
  const checked = createChecked(
    {
      code: () => (props.asksCode ? checks.required(code(), t('account.first.code')) : undefined),
      company: () => checks.required(company(), t('account.first.company')),
      name: () => checks.required(owner.name, t('account.first.name')),
      email: () => checks.email(owner.email, t('account.signIn.email')),
      password: () => checks.password(owner.password, t('account.signIn.password')),
    },
    { 'password-weak': 'password', 'setup-code-wrong': 'code' },
  )
  const begin = async () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const request: SetupRequest = {
      company: company(),
      language: language(),
      zone,
      currency: 'RUB',
      demo: demo(),
      owner: { ...owner },
      ...(props.asksCode && { code: code() }),
    }
    await api<SignedIn>('POST', '/api/setup', request)
    props.onSignedIn()
  }
  return (
    <Gate title={t('account.first.title')} text={t('account.first.text')}>
      <SentForm submit={t('account.first.submit')} checked={checked} onSubmit={begin}>
        <Show when={props.asksCode}>
          <TextField
            label={t('account.first.code')}
            hint={t('account.first.codeHint')}
            autocomplete="off"
            inputMode="numeric"
            maxLength={40}
            required
            error={checked.errorOf('code')}
            value={code() || null}
            onCommit={(text) => setCode(text ?? '')}
            autofocus
          />
        </Show>
        <TextField
          label={t('account.first.company')}
          autocomplete="organization"
          required
          error={checked.errorOf('company')}
          value={company() || null}
          onCommit={(text) => setCompany(text ?? '')}
          autofocus={!props.asksCode}
        />
        <TextField
          label={t('account.first.name')}
          autocomplete="name"
          required
          error={checked.errorOf('name')}
          value={owner.name || null}
          onCommit={(text) => setOwner('name', text ?? '')}
        />
        <TextField
          label={t('account.signIn.email')}
          type="email"
          autocomplete="username"
          required
          error={checked.errorOf('email')}
          value={owner.email || null}
          onCommit={(text) => setOwner('email', text ?? '')}
        />
        <PasswordField
          label={t('account.signIn.password')}
          hint={t('account.first.passwordHint')}
          autocomplete="new-password"
          required
          error={checked.errorOf('password')}
          value={owner.password}
          onInput={(text) => setOwner('password', text)}
        />
        <Checkbox label={t('account.first.demo')} checked={demo()} onCommit={setDemo} />
      </SentForm>
    </Gate>
  )
}
