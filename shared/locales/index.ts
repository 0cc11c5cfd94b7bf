import type { Language } from '../accounts/api.ts'

export type { Language } from '../accounts/api.ts'
export { fill } from './fill.ts'
export { type Plural, pluralForm } from './plural.ts'
export type { PlainPath, PluralPath, Words } from './words.ts'

export const LANGUAGES = ['ru', 'en'] as const satisfies readonly Language[]
