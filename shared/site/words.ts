import { site as en } from '../locales/en/work/site.ts'
import type { Language, Words } from '../locales/index.ts'
import { site as ru } from '../locales/ru/work/site.ts'

/** What the site writes by itself, in the company's language. */
export const SITE_WORDS: Readonly<Record<Language, Words['site']>> = { ru, en }
