import { createResource, createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { InvitationView, ResetView, SignedIn } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { PasswordField } from '../../ui/inputs/password-field.tsx'
import { TextField } from '../../ui/inputs/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
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
  const accept = async () => {
    const { name, email } = view() ?? { name: '', email: null }
    await api<SignedIn>('POST', `/api/invitations/${props.token}`, {
      name: account.name || name,
      email: account.email || (email ?? ''),
      password: account.password,
    })
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
            <GateForm submit={t('account.invitation.submit')} onSubmit={accept}>
              <TextField
                label={t('account.first.name')}
                autocomplete="name"
                required
                value={account.name || found().name}
                onCommit={(text) => setAccount('name', text ?? '')}
              />
              <TextField
                label={t('account.signIn.email')}
                type="email"
                autocomplete="username"
                required
                value={account.email || found().email}
                onCommit={(text) => setAccount('email', text ?? '')}
              />
              <NewPassword value={account.password} onInput={(text) => setAccount('password', text)} />
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
  const change = async () => {
    await api<SignedIn>('POST', `/api/reset/${props.token}`, { password: password() })
    props.onSignedIn()
  }
  return (
    <Show when={!view.error} fallback={<Gate title={t('account.reset.title')} text={sentence(view.error)} />}>
      <Show when={view()}>
        {(found) => (
          <Gate title={t('account.reset.title')} text={t('account.reset.text', { email: found().email })}>
            <GateForm submit={t('account.reset.submit')} onSubmit={change}>
              <NewPassword value={password()} onInput={setPassword} />
            </GateForm>
          </Gate>
        )}
      </Show>
    </Show>
  )
}

function NewPassword(props: { readonly value: string; readonly onInput: (text: string) => void }) {
  const { t } = useWords()
  return (
    <PasswordField
      label={t('account.signIn.password')}
      hint={t('account.first.passwordHint')}
      autocomplete="new-password"
      required
      value={props.value}
      onInput={(text) => props.onInput(text)}
    />
  )
}
