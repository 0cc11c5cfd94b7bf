import { Show } from 'solid-js'
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
  const { t } = useWords()
  const { answers, setAnswers, checked, asked, begin } = createSetup(props)
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
            autofocus
            {...asked('code')}
          />
        </Show>
        <TextField
          label={t('account.first.company')}
          autocomplete="organization"
          autofocus={!props.asksCode}
          {...asked('company')}
        />
        <TextField label={t('account.first.name')} autocomplete="name" {...asked('name')} />
        <TextField label={t('account.signIn.email')} type="email" autocomplete="username" {...asked('email')} />
        <PasswordField
          label={t('account.signIn.password')}
          hint={t('account.first.passwordHint')}
          autocomplete="new-password"
          required
          error={checked.errorOf('password')}
          value={answers.password}
          onInput={(text) => setAnswers('password', text)}
        />
        <Checkbox
          label={t('account.first.demo')}
          checked={answers.demo}
          onCommit={(demo) => setAnswers('demo', demo)}
        />
      </SentForm>
    </Gate>
  )
}

type Asked = 'code' | 'company' | 'name' | 'email'

/** What is asked, what is wrong with it, and beginning with it. */
function createSetup(props: FirstStartProps) {
  const { t, language } = useWords()
  const [answers, setAnswers] = createStore({ code: '', company: '', name: '', email: '', password: '', demo: false })
  const checks = useChecks()
  const checked = createChecked(
    {
      code: () => (props.asksCode ? checks.required(answers.code, t('account.first.code')) : undefined),
      company: () => checks.required(answers.company, t('account.first.company')),
      name: () => checks.required(answers.name, t('account.first.name')),
      email: () => checks.email(answers.email, t('account.signIn.email')),
      password: () => checks.password(answers.password, t('account.signIn.password')),
    },
    { 'password-weak': 'password', 'password-common': 'password', 'setup-code-wrong': 'code' },
  )
  /** A field's answer and what is wrong with it. */
  const asked = (field: Asked) => ({
    required: true,
    get error() {
      return checked.errorOf(field)
    },
    get value() {
      return answers[field] || null
    },
    onCommit: (text: string | null) => setAnswers(field, text ?? ''),
  })
  const begin = async () => {
    const { code, company, demo, ...owner } = answers
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const request: SetupRequest = {
      ...{ company, language: language(), zone, currency: 'RUB', demo, owner },
      ...(props.asksCode && { code }),
    }
    await api<SignedIn>('POST', '/api/setup', request)
    props.onSignedIn()
  }
  return { answers, setAnswers, checked, asked, begin }
}
