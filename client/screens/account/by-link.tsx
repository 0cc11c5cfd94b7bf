import { createResource, createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { InvitationView, ResetView, SignedIn } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { PasswordField } from '../../ui/inputs/password-field.tsx'
import { TextField } from '../../ui/inputs/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createChecked, useChecks } from './checks.ts'
import { GateForm } from './form.tsx'
import { Gate } from './gate.tsx'

interface ByLinkProps {
  readonly token: string
  readonly onSignedIn: () => void
}

/** The page behind an invitation's link. */
export function Invitation(props: ByLinkProps) {
  const { t, sentence } = useWords()
  const [view] = createResource(() => api<InvitationView>('GET', `/api/invitations/${props.token}`))
  const [account, setAccount] = createStore({ name: '', email: '', password: '' })
  const name = () => account.name || (view()?.name ?? '')
  const email = () => account.email || (view()?.email ?? '')
  const checks = useChecks()
  const checked = createChecked({
    name: () => checks.required(name(), t('account.first.name')),
    email: () => checks.email(email(), t('account.signIn.email')),
    password: () => checks.password(account.password, t('account.signIn.password')),
  })
  const accept = async () => {
    const request = { name: name(), email: email(), password: account.password }
    await api<SignedIn>('POST', `/api/invitations/${props.token}`, request)
    props.onSignedIn()
  }
  return (
    <Show when={!view.error} fallback={<Gate title={t('account.invitation.title')} text={sentence(view.error)} />}>
      <Show when={view()}>
        {(found) => (
          <Gate
            title={t('account.invitation.title')}
            text={t('account.invitation.text', {
              company: found().company,
              name: found().name,
              role: t(`common.roles.${found().role}`),
            })}
          >
            <GateForm submit={t('account.invitation.submit')} isWrong={checked.isWrong} onSubmit={accept}>
              <TextField
                label={t('account.first.name')}
                autocomplete="name"
                required
                error={checked.errorOf('name')}
                value={name() || null}
                onCommit={(text) => setAccount('name', text ?? '')}
              />
              <TextField
                label={t('account.signIn.email')}
                type="email"
                autocomplete="username"
                required
                error={checked.errorOf('email')}
                value={email() || null}
                onCommit={(text) => setAccount('email', text ?? '')}
              />
              <NewPassword
                value={account.password}
                error={checked.errorOf('password')}
                onInput={(text) => setAccount('password', text)}
              />
            </GateForm>
          </Gate>
        )}
      </Show>
    </Show>
  )
}

/** The page behind a link for a new password. */
export function Reset(props: ByLinkProps) {
  const { t, sentence } = useWords()
  const [view] = createResource(() => api<ResetView>('GET', `/api/reset/${props.token}`))
  const [password, setPassword] = createSignal('')
  const checks = useChecks()
  const checked = createChecked({ password: () => checks.password(password(), t('account.signIn.password')) })
  const change = async () => {
    await api<SignedIn>('POST', `/api/reset/${props.token}`, { password: password() })
    props.onSignedIn()
  }
  return (
    <Show when={!view.error} fallback={<Gate title={t('account.reset.title')} text={sentence(view.error)} />}>
      <Show when={view()}>
        {(found) => (
          <Gate title={t('account.reset.title')} text={t('account.reset.text', { email: found().email })}>
            <GateForm submit={t('account.reset.submit')} isWrong={checked.isWrong} onSubmit={change}>
              <NewPassword value={password()} error={checked.errorOf('password')} onInput={setPassword} />
            </GateForm>
          </Gate>
        )}
      </Show>
    </Show>
  )
}

interface NewPasswordProps {
  readonly value: string
  readonly error: string | undefined
  readonly onInput: (text: string) => void
}

function NewPassword(props: NewPasswordProps) {
  const { t } = useWords()
  return (
    <PasswordField
      label={t('account.signIn.password')}
      hint={t('account.first.passwordHint')}
      autocomplete="new-password"
      required
      error={props.error}
      value={props.value}
      onInput={(text) => props.onInput(text)}
    />
  )
}
