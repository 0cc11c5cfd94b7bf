import KeyRound from 'lucide-solid/icons/key-round'
import { createSignal, For, Show } from 'solid-js'
import type { ServerState, SignInAnswer } from '../../../shared/accounts/api.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../../shared/demo/staff.ts'
import { passkeysLack, signInByPasskey } from '../../data/page/account/passkeys.ts'
import { api } from '../../data/page/api.ts'
import { Button } from '../../ui/actions/button.tsx'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Gate } from './gate.tsx'
import { SecondFactor } from './second-factor.tsx'

interface SignInProps {
  readonly state: ServerState
  readonly onSignedIn: () => void
}

/** Signing in: by password and, where it is on, a code; or by a passkey. The demo company offers its people. */
export function SignIn(props: SignInProps) {
  const [isAsked, setAsked] = createSignal(false)
  return (
    <Show when={isAsked()} fallback={<ByPassword {...props} onAsked={() => setAsked(true)} />}>
      <SecondFactor onSignedIn={props.onSignedIn} onBack={() => setAsked(false)} />
    </Show>
  )
}

function ByPassword(props: SignInProps & { readonly onAsked: () => void }) {
  const { t } = useWords()
  const checks = useChecks()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const checked = createChecked({
    email: () => checks.required(email(), t('account.signIn.email')),
    password: () => checks.required(password(), t('account.signIn.password')),
  })
  const signIn = async () => {
    const request = { email: email(), password: password() }
    const answer = await api<SignInAnswer>('POST', '/api/auth/sign-in/email', request)
    if ('secondFactor' in answer) props.onAsked()
    else props.onSignedIn()
  }
  const choose = (chosen: string) => {
    setEmail(chosen)
    setPassword(DEMO_PASSWORD)
  }
  return (
    <Gate
      title={props.state.company?.name ?? t('account.signIn.title')}
      footer={
        <Show when={props.state.demo} fallback={<p class="gate-foot">{t('account.signIn.forgotten')}</p>}>
          <DemoPeople onChoose={choose} />
        </Show>
      }
    >
      <SentForm submit={t('account.signIn.submit')} checked={checked} onSubmit={signIn}>
        <TextField
          label={t('account.signIn.email')}
          type="email"
          autocomplete="username"
          error={checked.errorOf('email')}
          value={email() || null}
          onCommit={(text) => setEmail(text ?? '')}
          autofocus
        />
        <PasswordField
          label={t('account.signIn.password')}
          autocomplete="current-password"
          error={checked.errorOf('password')}
          value={password()}
          onInput={setPassword}
        />
      </SentForm>
      <Show when={passkeysLack() === null}>
        <ByPasskey onSignedIn={props.onSignedIn} />
      </Show>
    </Gate>
  )
}

function ByPasskey(props: { readonly onSignedIn: () => void }) {
  const { t, sentence } = useWords()
  const [isBusy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  const signIn = async () => {
    setBusy(true)
    setWrong(undefined)
    try {
      await signInByPasskey()
      props.onSignedIn()
    } catch (error) {
      setWrong(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="gate-ways">
      <Button icon={KeyRound} busy={isBusy()} onClick={() => void signIn()}>
        {t('account.signIn.passkey')}
      </Button>
      <Show when={wrong()}>
        <p class="sent-form-error" role="alert">
          {wrong()}
        </p>
      </Show>
    </div>
  )
}

function DemoPeople(props: { readonly onChoose: (email: string) => void }) {
  const { t } = useWords()
  return (
    <section class="gate-people" aria-label={t('account.demo.title')}>
      <p class="gate-foot">{t('account.demo.text', { password: DEMO_PASSWORD })}</p>
      <For each={DEMO_USERS}>
        {(user) => (
          <Button look="ghost" size="small" onClick={() => props.onChoose(user.email)}>
            {user.name} · {t(`common.roles.${user.role}`)}
          </Button>
        )}
      </For>
    </section>
  )
}
