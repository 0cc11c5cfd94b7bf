import { resolveTemplate } from '@solid-primitives/i18n'
import { createContext, createMemo, createRenderEffect, type ParentProps, Show, useContext } from 'solid-js'
import { Failure } from '../../../shared/errors.ts'
import {
  type Language,
  type PlainPath,
  type Plural,
  type PluralPath,
  pluralForm,
} from '../../../shared/locales/index.ts'
import { createLanguage, dictionary, loadDictionary } from './dictionaries.ts'
import { labelled } from './failure-labels.ts'
import { createFormat, type Format } from './format.ts'

export type Args = Readonly<Record<string, string | number>>

/** Gives the phrase of the language, its places filled in. Numbers are written as the language writes them. */
export interface Translate {
  (path: PlainPath, args?: Args): string
  (path: PluralPath, args: Args & { readonly n: number }): string
}

export interface WordsApi {
  readonly t: Translate
  readonly format: Format
  /** The sentence for whatever failed; what is no `Failure` is reported to the browser's log as well. */
  readonly sentence: (error: unknown) => string
  readonly language: () => Language
  readonly setLanguage: (language: Language) => void
  /** IANA zone in which the company's days begin; the device's until it is known. */
  readonly zone: () => string
}

const WordsContext = createContext<WordsApi>()

/**
 * Gives words and formats to everything inside, which is drawn once they are there. The language is the browser's at first,
 * then what was chosen here.
 */
export function WordsProvider(props: ParentProps<{ readonly zone?: string | undefined }>) {
  const [language, choose] = createLanguage()
  const setLanguage = (next: Language) => void loadDictionary(next).then(() => choose(next))
  void loadDictionary(language())
  const zone = () => props.zone ?? deviceZone()
  const format = createFormat({ language, zone })
  const t = createTranslate(language, format)
  createRenderEffect(() => {
    document.documentElement.lang = language()
  })
  const api = { t, format, sentence: createSentence(t), language, setLanguage, zone }
  return (
    <Show when={dictionary(language())}>
      <WordsContext.Provider value={api}>{props.children}</WordsContext.Provider>
    </Show>
  )
}

/** The words and formats of the page. */
export function useWords(): WordsApi {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords outside of WordsProvider')
  return words
}

let zoneHere: string | undefined

/** Looked up where no company's zone is known alone: the first format that a browser makes takes it some 30 ms. */
function deviceZone(): string {
  zoneHere ??= new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zoneHere
}

function createTranslate(language: () => Language, format: Format): Translate {
  const phraseAt = createMemo(() => phrasesOf(dictionary(language()) ?? {}))
  return (path: PlainPath | PluralPath, args: Args = {}) => {
    const phrase = phraseAt()(path)
    if (phrase === undefined) throw new Error(`no words for ${path}`)
    const text = typeof phrase === 'string' ? phrase : pluralForm(language(), Number(args.n), phrase)
    return resolveTemplate(text, written(args, format))
  }
}

/** The phrase at a path like `common.close`; each is looked for when it is first wanted: a screen needs a few of thousands. */
function phrasesOf(words: object): (path: string) => string | Plural | undefined {
  const found = new Map<string, string | Plural | undefined>()
  return (path) => {
    if (!found.has(path)) found.set(path, path.split('.').reduce<unknown>(partOf, words) as string | Plural | undefined)
    return found.get(path)
  }
}

function partOf(words: unknown, name: string): unknown {
  return typeof words === 'object' && words !== null && Object.hasOwn(words, name)
    ? (words as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function written(args: Args, format: Format): Record<string, string> {
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.decimal(value) : value,
  ])
  return Object.fromEntries(entries)
}

function createSentence(t: Translate): (error: unknown) => string {
  return (error) => {
    if (error instanceof Failure) return t(`errors.${error.code}`, labelled(error, t))
    reportError(error)
    return t('errors.unexpected')
  }
}
