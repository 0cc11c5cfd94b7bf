import { ru } from '../../locales/ru/index.ts'
import { type Deal, type Making, NO_PICTURES } from '../trade/deal.ts'

/** A deal whose every requisite is filled, the bank's being those of the standard's example. */
export const DEAL: Deal = {
  number: 'ЗП-0012',
  date: '2026-11-27',
  seller: {
    name: 'Ассоль',
    fullName: 'ООО «Ассоль»',
    inn: '7707083893',
    kpp: '773601001',
    address: 'Санкт-Петербург, Невский пр., 10',
    phone: '+7 812 555-01-42',
    headPost: 'Генеральный директор',
    head: 'Громова О. В.',
    accountant: 'Седова А. П.',
    account: {
      account: '40702810138250123017',
      bank: 'ПАО «Северный банк»',
      bik: '044525225',
      correspondent: '30101810400000000225',
    },
  },
  customer: { name: 'Ёлкин Пётр', fullName: null, inn: null, kpp: null, address: 'Лиговский пр., 5', phone: null },
  ground: 'Заказ покупателя № ЗП-0012',
  lines: [
    { name: 'Кухня «Бриз» <b>', quantity: 1_000, unit: 'шт', price: 40_000_00, total: 40_000_00, vat: 7_213_11 },
    { name: 'Столешница', quantity: 2_500, unit: 'м', price: 2_125_72, total: 5_314_30, vat: 958_32 },
  ],
  total: 45_314_30,
  vat: 8_171_43,
  discount: 0,
  currency: 'RUB',
  note: null,
}

export const MAKING: Making = { language: 'ru', words: ru.papers, pictures: NO_PICTURES }
