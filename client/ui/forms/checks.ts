import { createSignal } from 'solid-js'
import { EMAIL_REGEX } from 'valibot'
import { isPasswordWeak } from '../../../shared/accounts/password.ts'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import { useWords } from '../words/words.tsx'

/** A form's checks by field: each gives a sentence for what does not fit. */
type Checks<F extends string> = { readonly [field in F]: () => string | undefined }

/** At which field a failure of the server is said. */
type Places<F extends string> = { readonly [code in FailureCode]?: F }

/** What fields of a form are told, from the first time that it is sent. */
export interface Checked<F extends string = string> {
  errorOf(field: F): string | undefined
  /** Checks everything; from now on the sentences stand at their fields. */
  isWrong(): boolean
  /** Says what the server refused at its field; false when it belongs to none. */
  take(error: unknown): boolean
  /** All went well: the form is as new. */
  forget(): void
}

/** Checks a form's fields when it is sent, as the server would, so that each sentence stands at its place. */
export function createChecked<F extends string>(checks: Checks<F>, places: Places<NoInfer<F>> = {}): Checked<F> {
  const { sentence } = useWords()
  const [isSent, setSent] = createSignal(false)
  const [refused, setRefused] = createSignal<{ readonly field: F; readonly error: Failure }>()
  const refusalOf = (field: F) => {
    const found = refused()
    return found?.field === field ? sentence(found.error) : undefined
  }
  return {
    errorOf: (field) => (isSent() ? (checks[field]() ?? refusalOf(field)) : undefined),
    isWrong: () => {
      setSent(true)
      setRefused(undefined)
      return Object.values<() => string | undefined>(checks).some((check) => check() !== undefined)
    },
    take: (error) => {
      const field = error instanceof Failure ? places[error.code] : undefined
      if (field === undefined) return false
      setRefused({ field, error: error as Failure })
      return true
    },
    forget: () => setSent(false),
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
