import { fill, pluralForm } from '../../locales/index.ts'
import { figuresOf } from '../figures.ts'
import type { Block, Column, Fact } from '../paper.ts'
import { shortCurrency } from '../sums/currencies.ts'
import { sumInWords } from '../sums/sum-in-words.ts'
import type { Deal, DealLine, Making, Party, Seller } from './deal.ts'

/** «Счет на оплату № 12 от 27 ноября 2026 г.»; without a day, only its number. */
export function headOf(
  { number, date }: Deal,
  kind: keyof Making['words']['titles'],
  { words, language }: Making,
): string {
  const title = fill(words.titles[kind], { number })
  return date === null ? title : fill(words.dated, { title, date: figuresOf(language).day(date) })
}

/** The organisation's picture, if there is one: what a paper begins with. */
export function logoBlocks({ pictures: { logo } }: Making): Block[] {
  return logo === null ? [] : [{ is: 'picture', image: logo }]
}

/** That picture, and the head of the paper. */
export function headBlocks(title: string, making: Making): Block[] {
  return [...logoBlocks(making), { is: 'title', text: title }]
}

/** Both parties with their requisites, and what the paper rests on. */
export function partiesBlock({ seller, customer, ground }: Deal, { words }: Making): Block {
  const facts: Fact[] = [
    { label: words.seller, text: partyText(seller, words) },
    { label: words.customer, text: customer === null ? words.noCustomer : partyText(customer, words) },
    ...(ground === null ? [] : [{ label: words.ground, text: ground }]),
  ]
  return { is: 'facts', facts }
}

/** Full name, INN, KPP, address, phone: those that are filled. */
function partyText({ name, fullName, inn, kpp, address, phone }: Party, words: Making['words']): string {
  const marked = [
    inn && fill(words.inn, { inn }),
    kpp && fill(words.kpp, { kpp }),
    address,
    phone && fill(words.phone, { phone }),
  ]
  return [fullName || name, ...marked].filter(Boolean).join(', ')
}

/** Number, name, quantity, unit, price, sum. */
export function linesBlock({ lines, currency }: Deal, { words, language }: Making): Block {
  const { quantity, sum } = figuresOf(language, currency)
  const { columns } = words
  const heads: readonly Column[] = [
    { head: columns.number, align: 'right' },
    { head: columns.name, align: 'left', grows: true },
    { head: columns.quantity, align: 'right' },
    { head: columns.unit, align: 'left' },
    { head: columns.price, align: 'right' },
    { head: columns.sum, align: 'right' },
  ]
  const row = (line: DealLine, i: number) => [
    String(i + 1),
    line.name,
    quantity(line.quantity),
    line.unit ?? '',
    sum(line.price),
    sum(line.total),
  ]
  return { is: 'table', columns: heads, rows: lines.map(row) }
}

/** Discounts, what is to be paid, and what of it is VAT; then how many lines there are, and the sum in words. */
export function totalsBlocks({ lines, total, vat, discount, currency }: Deal, { words, language }: Making): Block[] {
  const { sum } = figuresOf(language, currency)
  const short = shortCurrency(currency, language)
  const totals: Fact[] = [
    ...(discount === 0 ? [] : [{ label: words.discount, text: sum(discount) }]),
    { label: fill(words.total, { currency: short }), text: sum(total) },
    vat === null ? { label: words.withoutVat, text: '' } : { label: words.vat, text: sum(vat) },
  ]
  const count = pluralForm(language, lines.length, words.count)
  return [
    { is: 'totals', totals },
    { is: 'text', text: fill(count, { n: lines.length, sum: sum(total), currency: short }) },
    { is: 'text', text: sumInWords(total, { currency, language }), look: 'strong' },
  ]
}

export function noteBlocks({ note }: Deal): Block[] {
  return note === null || note.trim() === '' ? [] : [{ is: 'text', text: note, look: 'small' }]
}

/** Head and accountant of the organisation; a person in business signs alone. */
export function sellerSigns(seller: Seller, { words, pictures }: Making): Block {
  const head = { post: seller.headPost || words.head, name: seller.head ?? '', signature: pictures.signature }
  const accountant = { post: words.accountant, name: seller.accountant ?? '', signature: null }
  return { is: 'signatures', signers: seller.accountant ? [head, accountant] : [head], seal: pictures.seal }
}
