import { createSignal } from 'solid-js'
import type { PasswordChange } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { PasswordField } from '../../ui/inputs/typed/password-field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Changing one's own password. */
export function PasswordSection() {
  const { t } = useWords()
  const toasts = useToasts()
  const checks = useChecks()
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const checked = createChecked(
    {
      current: () => checks.required(current(), t('profile.password.current')),
      next: () => checks.password(next(), t('profile.password.next')),
    },
    { 'password-wrong': 'current', 'password-weak': 'next', 'password-common': 'next' },
  )
  const change = async () => {
    const request: PasswordChange = { currentPassword: current(), newPassword: next() }
    await api('POST', '/api/auth/change-password', request)
    checked.forget()
    setCurrent('')
    setNext('')
    toasts.show({ text: t('profile.password.done') })
  }
  return (
    <Section title={t('profile.password.title')}>
      <SentForm narrow submit={t('profile.password.submit')} checked={checked} onSubmit={change}>
        <PasswordField
          label={t('profile.password.current')}
          autocomplete="current-password"
          error={checked.errorOf('current')}
          value={current()}
          onInput={setCurrent}
        />
        <PasswordField
          label={t('profile.password.next')}
          hint={t('account.first.passwordHint')}
          autocomplete="new-password"
          error={checked.errorOf('next')}
          value={next()}
          onInput={setNext}
        />
      </SentForm>
      <p class="dim">{t('profile.password.text')}</p>
    </Section>
  )
}
