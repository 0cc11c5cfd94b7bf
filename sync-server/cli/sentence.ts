import type { Failure } from '../../shared/errors.ts'
import { DICTIONARIES } from '../../shared/locales/dictionaries.ts'
import type { Language } from '../../shared/locales/index.ts'

/** The language of a terminal, as its environment says. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ru') ? 'ru' : 'en'
}

/** What a failure says to people, from the dictionary. */
export function sentenceOf({ code, params }: Failure, language: Language): string {
  const template = DICTIONARIES[language].errors[code]
  return template.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(params[name] ?? ''))
}
