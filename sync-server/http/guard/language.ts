import type { Language } from '../../../shared/locales/index.ts'

/** The language of a page that knows nobody: the one that is asked for, else one that the browser takes. */
export function languageOf(asked: string | undefined, accepted: string): Language {
  if (asked === 'ru' || asked === 'en') return asked
  return accepted === '' || /\bru\b/i.test(accepted) ? 'ru' : 'en'
}
