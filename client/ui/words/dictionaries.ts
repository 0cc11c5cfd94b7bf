import { createSignal } from 'solid-js'
import { LANGUAGES, type Language, type Words } from '../../../shared/locales/index.ts'
import { createRemembered } from '../look/remembered.ts'

/** A language is fetched when it is wanted: most people never see the other. */
const FILES: Readonly<Record<Language, () => Promise<Words>>> = {
  ru: async () => (await import('../../../shared/locales/ru/index.ts')).ru,
  en: async () => (await import('../../../shared/locales/en/index.ts')).en,
}

const [loaded, setLoaded] = createSignal<{ readonly [language in Language]?: Words }>({})

/** The dictionary of a language; undefined until it has been fetched. */
export function dictionary(language: Language): Words | undefined {
  return loaded()[language]
}

/** Fetches a language's dictionary, if it is not there. */
export async function loadDictionary(language: Language): Promise<void> {
  if (loaded()[language]) return
  const words = await FILES[language]()
  setLoaded((before) => ({ ...before, [language]: words }))
}

/** The language that was chosen on this device; the browser's until one was. */
export function createLanguage() {
  return createRemembered<Language>('language', LANGUAGES, browserLanguage)
}

function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2))
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((one) => one === tag))) ?? 'ru'
}
