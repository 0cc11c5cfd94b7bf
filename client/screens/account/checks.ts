import { createSignal } from 'solid-js'
import { EMAIL_REGEX } from 'valibot'
import { isPasswordWeak } from '../../../shared/accounts/password.ts'
import { useWords } from '../../ui/words/words.tsx'

/** A form's checks by field: each gives a sentence for what does not fit. */
type Checks<F extends string> = { readonly [field in F]: () => string | undefined }

/** What fields of a form are told, from the first time that it is sent. */
export interface Checked<F extends string> {
  errorOf(field: F): string | undefined
  /** Checks everything; from now on the sentences stand at their fields. */
  isWrong(): boolean
}

/** Checks a form's fields when it is sent, as the server would, so that each sentence stands at its place. */
export function createChecked<F extends string>(checks: Checks<F>): Checked<F> {
  const [isSent, setSent] = createSignal(false)
  return {
    errorOf: (field) => (isSent() ? checks[field]() : undefined),
    isWrong: () => {
      setSent(true)
      return Object.values<() => string | undefined>(checks).some((check) => check() !== undefined)
    },
  }
}

/** Sentences for the usual fields. */
export function useChecks() {
  const { t } = useWords()
  const required = (text: string, label: string) =>
    text.trim() === '' ? t('common.fields.required', { label }) : undefined
  return {
    required,
    email: (text: string, label: string) =>
      required(text, label) ?? (EMAIL_REGEX.test(text.trim()) ? undefined : t('account.wrongEmail')),
    password: (text: string, label: string) =>
      required(text, label) ?? (isPasswordWeak(text) ? t('errors.password-weak') : undefined),
  }
}
