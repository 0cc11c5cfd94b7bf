import type { Language } from '../accounts/api.ts'
import { en } from './en/index.ts'
import { ru } from './ru/index.ts'
import type { Words } from './words.ts'

/**
 * The dictionary of each language, for whoever has all of them at hand; the page fetches the one that it speaks. How words are
 * added: client/ui/README.md, "Words".
 */
export const DICTIONARIES = { ru, en } as const satisfies Readonly<Record<Language, Words>>
