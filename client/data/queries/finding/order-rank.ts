import { folded } from '../../../../shared/filters/values/folded.ts'
import { fitOf, fitTyped, type Typed } from '../../../../shared/search/rank.ts'
import type { Item } from '../query.ts'
import { textAt } from './name-rank.ts'

/**
 * How well orders fit: by number or draft number; less by customer, who stands above their orders. Of 100,000 orders
 * most are looked at in vain at each key, so what is folded is kept, and each customer is looked at once.
 */
export function orderRank(typed: Typed): (item: Item) => number {
  const byCustomer = customerRank(typed)
  const called = calledNumber(typed)
  return (item) => {
    const numbers = numbersOf(item)
    if (called !== null && called === numbers.called) return 95
    const byNumber = fitTyped(numbers.text, typed)
    return byNumber > 0 ? byNumber : byCustomer(item, numbers.text)
  }
}

interface Numbers {
  /** Number and draft number, folded. */
  readonly text: string
  /** What people call it: «123» is ЗН-0123. */
  readonly called: string
}

const NUMBERS = new WeakMap<Item, Numbers>()

function numbersOf(item: Item): Numbers {
  const known = NUMBERS.get(item)
  if (known) return known
  const [number, draft] = [textAt(item, 'number'), textAt(item, 'draft')]
  const numbers = {
    text: draft === number ? number : `${number} ${draft}`,
    called: /\d+$/.exec(number)?.[0].replace(/^0+/, '') ?? '',
  }
  NUMBERS.set(item, numbers)
  return numbers
}

function calledNumber({ words: [word = '', ...others] }: Typed): string | null {
  return others.length === 0 && /^[1-9]\d*$/.test(word) ? word : null
}

/** By customer, or one word by the customer and another by the number. */
function customerRank({ words, otherWords }: Typed): (item: Item, numbers: string) => number {
  const asTyped = wordsOfCustomer(words)
  const otherwise = wordsOfCustomer(otherWords)
  const fits = (left: readonly string[], numbers: string) => left.length === 0 || fitOf(numbers, left) > 0
  return (item, numbers) => {
    const name = item.customerName
    if (typeof name !== 'string') return 0
    if (fits(asTyped(name), numbers)) return 45
    return fits(otherwise(name), numbers) ? 40 : 0
  }
}

/** The words that are not in a customer's name; each name is looked at once. */
function wordsOfCustomer(words: readonly string[]): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const text = folded(name)
    const left = words.filter((word) => !text.includes(word))
    known.set(name, left)
    return left
  }
}
