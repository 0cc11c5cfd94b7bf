import { readNumber } from '../numbers.ts'
import { type FileProblem, problemAt } from '../problem.ts'
import { elementsAt, textIn, type XmlElement } from '../xml/element.ts'
import type { NamedValue } from './exchange.ts'

/** Reads values of elements; tells what is missing or wrong. */
export class Values {
  readonly #problems: FileProblem[]

  constructor(problems: FileProblem[]) {
    this.#problems = problems
  }

  /** A text without which the element is nothing; null, and told, where it is missing. */
  required(element: XmlElement, name: string): string | null {
    const text = textIn(element, name)
    if (text === null) this.tell(element, 'exchange-missing', { name, what: element.name })
    return text
  }

  /** Minor units. */
  money(element: XmlElement, name: string): number | null {
    return this.number(element, name, 2)
  }

  /** An integer of `10^-decimals`; null where nothing stands there, or, told, no such number. */
  number(element: XmlElement, name: string, decimals: number): number | null {
    const text = textIn(element, name)
    return text === null ? null : this.numberOf(element, name, text, decimals)
  }

  numberOf(element: XmlElement, name: string, text: string, decimals: number): number | null {
    const number = readNumber(text.replace(',', '.'), decimals, { decimal: '.', group: ' ' })
    if (number === null) this.tell(element, 'exchange-value', { name, value: text })
    return number
  }

  tell(
    { line }: XmlElement,
    code: 'exchange-missing' | 'exchange-value' | 'exchange-reference' | 'exchange-repeated',
    params: FileProblem['params'],
  ): void {
    this.#problems.push(problemAt(line, code, params))
  }
}

/** Names and values at a path: `ЗначенияРеквизитов/ЗначениеРеквизита`. */
export function namedValues(
  element: XmlElement,
  list: string,
  entry: string,
  nameTag = 'Наименование',
  valueTag = 'Значение',
): NamedValue[] {
  return elementsAt(element, list, entry).flatMap((one) => {
    const [name, value] = [textIn(one, nameTag), textIn(one, valueTag)]
    return name === null || value === null ? [] : [{ name, value }]
  })
}

/** The VAT of a product or a line, as the file writes it. */
export function vatOf(element: XmlElement): string | null {
  const rates = [...elementsAt(element, 'СтавкиНалогов', 'СтавкаНалога'), ...elementsAt(element, 'Налоги', 'Налог')]
  const vat = rates.find((rate) => (textIn(rate, 'Наименование') ?? 'НДС').toUpperCase().includes('НДС'))
  return textIn(vat, 'Ставка')
}

/** A unit: its short name stands as text, or in an attribute or an element. */
export function unitOf(element: XmlElement): string | null {
  const [unit] = [...elementsAt(element, 'БазоваяЕдиница'), ...elementsAt(element, 'Единица')]
  const named = unit?.attributes.get('НаименованиеКраткое') ?? textIn(unit, 'НаименованиеКраткое')
  return unit?.text || named || unit?.attributes.get('НаименованиеПолное') || null
}
