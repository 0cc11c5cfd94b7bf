import { shop as en } from '../../shared/locales/en/work/shop.ts'
import type { Language, Words } from '../../shared/locales/index.ts'
import { shop as ru } from '../../shared/locales/ru/work/shop.ts'

/** What the site says to visitors. */
export type ShopWords = Words['shop']

export const SHOP_WORDS: Readonly<Record<Language, ShopWords>> = { ru, en }
