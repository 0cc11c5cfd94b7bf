import { createHash } from 'node:crypto'
import type { SiteCatalogue, SiteOrder, SiteProduct } from '../../../shared/site/catalogue.ts'

/** A picture of one dot. */
export const DOT = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
export const DOT_HASH = createHash('sha256').update(DOT).digest('hex')

export const TABLE: SiteProduct = {
  id: 'table',
  slug: 'stol-kuhonnyi',
  name: 'Стол кухонный',
  article: 'СТ-100',
  text: 'Дуб, 120 на 80 см.\nСобирается без ключа.',
  unit: 'шт',
  group: 'tables',
  price: 1_250_000,
  stock: 7000,
  pictures: [DOT_HASH],
}
export const CHAIR: SiteProduct = {
  ...TABLE,
  id: 'chair',
  slug: 'stul',
  name: 'Стул',
  article: 'С-7',
  text: '',
  group: 'chairs',
  price: 320_000,
  stock: 0,
  pictures: [],
}
const VARNISH: SiteProduct = {
  ...CHAIR,
  id: 'varnish',
  slug: 'lak',
  name: 'Лак',
  article: '',
  unit: 'кг',
  group: null,
  price: 85_050,
  stock: null,
}

/** A small shop. */
export const CATALOGUE: SiteCatalogue = {
  made: 1_800_000_000_000,
  isOn: true,
  name: 'Мебель «Ромашка»',
  slogan: 'Столы и стулья из дуба',
  about: 'Делаем мебель с 1998 года.\n\nМастерская в Туле.',
  delivery: 'По городу бесплатно.',
  privacy: 'Данные храним в России и никому не передаем.',
  phone: '+7 495 123-45-67',
  email: 'shop@romashka.example',
  address: 'Тула, ул. Ленина, 1',
  hue: 150,
  logo: null,
  seller: { name: 'ООО «Ромашка»', inn: '7707083893', ogrn: '1027700132195', address: 'Тула, ул. Ленина, 1' },
  currency: 'RUB',
  zone: 'Europe/Moscow',
  language: 'ru',
  groups: [
    { id: 'furniture', slug: 'mebel', name: 'Мебель', parent: null },
    { id: 'tables', slug: 'stoly', name: 'Столы', parent: 'furniture' },
    { id: 'chairs', slug: 'stulya', name: 'Стулья', parent: 'furniture' },
  ],
  goods: [TABLE, CHAIR, VARNISH],
}

export const ORDER: SiteOrder = {
  id: 'form-1',
  at: 1_800_000_000_000,
  name: 'Иван Петров',
  phone: '+7 905 123-45-67',
  email: 'ivan@people.example',
  address: 'Тула',
  note: 'Позвоните заранее',
  company: '',
  inn: '',
  agreed: 1_800_000_000_000,
  wantsNews: false,
  lines: [{ product: 'table', name: 'Стол кухонный', quantity: 2000, price: 1_250_000 }],
  token: 'token-1',
}
