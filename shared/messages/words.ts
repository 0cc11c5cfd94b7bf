import { papers as enPapers } from '../locales/en/work/papers.ts'
import { parameters as en } from '../locales/en/work/parameters.ts'
import type { Language, Words } from '../locales/index.ts'
import { papers as ruPapers } from '../locales/ru/work/papers.ts'
import { parameters as ru } from '../locales/ru/work/parameters.ts'

type Columns = Pick<Words['papers']['columns'], 'name' | 'quantity' | 'price' | 'sum'>

/**
 * What messages are filled with, in every language at once: a template may name its parameters in either, and a letter is in
 * the company's language, whoever looks at it. Whole dictionaries would be fetched for a few of their words.
 */
export const MESSAGE_WORDS: Readonly<Record<Language, Words['parameters'] & { readonly columns: Columns }>> = {
  ru: { ...ru, columns: ruPapers.columns },
  en: { ...en, columns: enPapers.columns },
}
