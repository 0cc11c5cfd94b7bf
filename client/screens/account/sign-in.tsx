import { createSignal, For, Show } from 'solid-js'
import type { ServerState, SignedIn } from '../../../shared/accounts/api.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../../shared/demo/staff.ts'
import { api } from '../../data/page/api.ts'
import { Button } from '../../ui/actions/button.tsx'
import { PasswordField } from '../../ui/inputs/password-field.tsx'
import { TextField } from '../../ui/inputs/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { GateForm } from './form.tsx'
import { Gate } from './gate.tsx'

/** Signing in. The demo company offers its people. */
export function SignIn(props: { readonly state: ServerState; readonly onSignedIn: () => void }) {
  const { t } = useWords()
  const [email, setEmail] = createSignal<string | null>(null)
  const [password, setPassword] = createSignal('')
  const signIn = async () => {
    await api<SignedIn>('POST', '/api/auth/sign-in/email', { email: email() ?? '', password: password() })
    props.onSignedIn()
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
      <GateForm submit={t('account.signIn.submit')} onSubmit={signIn}>
        <TextField
          label={t('account.signIn.email')}
          type="email"
          autocomplete="username"
          value={email()}
          onCommit={setEmail}
          autofocus
        />
        <PasswordField
          label={t('account.signIn.password')}
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
        />
      </GateForm>
    </Gate>
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
