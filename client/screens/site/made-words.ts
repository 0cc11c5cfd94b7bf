import { type Accessor, createMemo } from 'solid-js'
import { COMPANY, company } from '../../../shared/company/collections.ts'
import { siteSetup as en } from '../../../shared/locales/en/work/site-setup.ts'
import type { Language, Words } from '../../../shared/locales/index.ts'
import { siteSetup as ru } from '../../../shared/locales/ru/work/site-setup.ts'
import { createRecord } from '../../data/page/solid.tsx'

const WORDS: Readonly<Record<Language, Words['siteSetup']['made']>> = { ru: ru.made, en: en.made }

/** Words that a site is made with: in the company's language, in which its visitors are spoken to, whatever that of the screen is. */
export function createMadeWords(): Accessor<Words['siteSetup']['made']> {
  const own = createRecord(company, () => COMPANY)
  return createMemo(() => WORDS[own()?.row?.language ?? 'ru'])
}
