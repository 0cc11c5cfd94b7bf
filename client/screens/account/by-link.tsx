import { createResource, createSignal, Match, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { InvitationView, ResetView, SignedIn, SignInAnswer } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { Link } from '../../ui/actions/link.tsx'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Gate } from './gate.tsx'
import { SecondFactor } from './second-factor.tsx'

interface ByLinkProps {
  readonly token: string
  readonly onSignedIn: () => void
}

/** The link leads nowhere any more: the program can still be entered as ever. */
function Gone(props: { readonly title: string; readonly error: unknown }) {
  const { t, sentence } = useWords()
  return (
    <Gate title={props.title} text={sentence(props.error)}>
      <Link href="/">{t('account.toSignIn')}</Link>
    </Gate>
  )
}

/** The page behind an invitation's link. */
export function Invitation(props: ByLinkProps) {
  const { t } = useWords()
  const [view] = createResource(() => api<InvitationView>('GET', `/api/invitations/${props.token}`))
  const [account, setAccount] = createStore({ name: '', email: '', password: '' })
  const name = () => account.name || (view()?.name ?? '')
  const email = () => account.email || (view()?.email ?? '')
  const checks = useChecks()
  const checked = createChecked(
    {
      name: () => checks.required(name(), t('account.first.name')),
      email: () => checks.email(email(), t('account.signIn.email')),
      password: () => checks.password(account.password, t('account.signIn.password')),
    },
    { 'email-taken': 'email', 'password-weak': 'password', 'password-common': 'password' },
  )
  const accept = async () => {
    const request = { name: name(), email: email(), password: account.password }
    await api<SignedIn>('POST', `/api/invitations/${props.token}`, request)
    props.onSignedIn()
  }
  return (
    <Show when={!view.error} fallback={<Gone title={t('account.invitation.title')} error={view.error} />}>
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
            <SentForm submit={t('account.invitation.submit')} checked={checked} onSubmit={accept}>
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
            </SentForm>
          </Gate>
        )}
      </Show>
    </Show>
  )
}

/** The page behind a link for a new password. */
export function Reset(props: ByLinkProps) {
  const { t } = useWords()
  const [view] = createResource(() => api<ResetView>('GET', `/api/reset/${props.token}`))
  const [password, setPassword] = createSignal('')
  const checks = useChecks()
  const [asked, setAsked] = createSignal(false)
  const checked = createChecked(
    { password: () => checks.password(password(), t('account.signIn.password')) },
    { 'password-weak': 'password', 'password-common': 'password' },
  )
  const change = async () => {
    const answer = await api<SignInAnswer>('POST', `/api/reset/${props.token}`, { password: password() })
    if ('secondFactor' in answer) setAsked(true)
    else props.onSignedIn()
  }
  return (
    <Switch>
      <Match when={view.error}>
        <Gone title={t('account.reset.title')} error={view.error} />
      </Match>
      <Match when={asked()}>
        <SecondFactor onSignedIn={props.onSignedIn} onBack={props.onSignedIn} />
      </Match>
      <Match when={view()}>
        {(found) => (
          <Gate title={t('account.reset.title')} text={t('account.reset.text', { email: found().email })}>
            <SentForm submit={t('account.reset.submit')} checked={checked} onSubmit={change}>
              <NewPassword value={password()} error={checked.errorOf('password')} onInput={setPassword} />
            </SentForm>
          </Gate>
        )}
      </Match>
    </Switch>
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
