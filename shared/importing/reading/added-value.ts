import { MOST_DECIMALS, writtenNumber } from '../../custom/numbers.ts'
import { folded } from '../../filters/values/folded.ts'
import { CUSTOM_VALUE } from '../../records/declarations/custom.ts'
import type { AddedOption, Field } from '../../records/declarations/fields.ts'
import type { Json } from '../../records/declarations/value.ts'
import type { RowProblemCode } from '../report.ts'
import { type NumberForm, readNumber } from './numbers.ts'

/** What a cell says, or why it does not. */
type Read = { readonly value: Json } | { readonly code: RowProblemCode; readonly params: Params }
type Params = Readonly<Record<string, string | number>>

/** What people and programs write for yes and no. */
const YES = ['да', 'yes', 'y', 'true', 'истина', '1', '+', 'есть', 'x', 'х', '✓']
const NO = ['нет', 'no', 'n', 'false', 'ложь', '0', '-', '−']

/**
 * A cell for a field that the company added, in the form in which records hold it (SPEC X29): options by their names, yes
 * or no in words, numbers with all their decimals. Undefined: it is read as that of any other field.
 */
export function readAdded(field: Field, text: string, form: NumberForm): Read | undefined {
  if (field.type === 'choice') return optionIn(field, text)
  if (field.type === 'strings') return optionsIn(field, text)
  if (field.type === 'flag') return flagIn(text)
  if (field.type === 'decimal') return numberIn(text, form)
  if (CUSTOM_VALUE.accepts(text)) return undefined
  return { code: 'long', params: { n: text.length } }
}

function numberIn(text: string, form: NumberForm): Read {
  const units = readNumber(text, MOST_DECIMALS, form)
  if (units === null) return { code: 'number', params: { value: text, decimals: MOST_DECIMALS } }
  return { value: writtenNumber(units, MOST_DECIMALS) }
}

function flagIn(text: string): Read {
  const word = folded(text.trim())
  if (YES.includes(word)) return { value: true }
  return NO.includes(word) ? { value: false } : noneOf('да, нет, yes, no', text)
}

function optionIn({ added }: Field, text: string): Read {
  const options = added?.options ?? []
  const found = named(options, text)
  return found ? { value: found.id } : noneOf(namesOf(options), text)
}

/** Several names with commas, semicolons or bars between them: a name may have such a sign of its own, so the longest counts. */
function optionsIn({ added }: Field, text: string): Read {
  const options = added?.options ?? []
  const pieces = text.split(/([,;|\n])/)
  const found = new Set<string>()
  for (let at = 0; at < pieces.length; ) {
    const [option, next] = longestFrom(options, pieces, at)
    if (option) found.add(option.id)
    else if (pieces[at]?.trim()) return noneOf(namesOf(options), pieces[at] ?? '')
    at = next
  }
  return { value: [...found] }
}

/** The option that the most pieces from `at` on name, and where the next one begins. */
function longestFrom(
  options: readonly AddedOption[],
  pieces: readonly string[],
  at: number,
): readonly [AddedOption | undefined, number] {
  for (let end = pieces.length; end > at; end -= 2) {
    const option = named(options, pieces.slice(at, end).join(''))
    if (option) return [option, end + 1]
  }
  return [undefined, at + 2]
}

function named(options: readonly AddedOption[], text: string): AddedOption | undefined {
  const name = folded(text.trim())
  return options.find((one) => folded(one.name.trim()) === name)
}

function namesOf(options: readonly AddedOption[]): string {
  return options.flatMap(({ name, isOff }) => (isOff ? [] : [name])).join(', ')
}

function noneOf(choices: string, value: string): Read {
  return { code: 'choice', params: { value: value.trim(), choices } }
}
