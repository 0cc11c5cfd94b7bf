import type { Language } from '../accounts/api.ts'
import { en } from './en/index.ts'
import { ru } from './ru/index.ts'
import type { Words } from './words.ts'

export type { Language } from '../accounts/api.ts'
export { type Plural, pluralForm } from './plural.ts'
export type { PlainPath, PluralPath, Words } from './words.ts'

/** The dictionary of each language. How words are added: client/ui/README.md, "Words". */
export const DICTIONARIES = { ru, en } as const satisfies Readonly<Record<Language, Words>>

export const LANGUAGES = ['ru', 'en'] as const satisfies readonly Language[]
