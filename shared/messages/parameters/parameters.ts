import type { CustomField } from '../../custom/declared.ts'
import { customFieldsOf } from '../../custom/known.ts'
import { folded } from '../../filters/values/folded.ts'
import { fill, LANGUAGES, type Language } from '../../locales/index.ts'
import type { Basis } from '../collections.ts'
import { MESSAGE_WORDS } from '../words.ts'
import { OF_CUSTOMERS, PLAIN_PARAMETERS, type PlainParameter } from './names.ts'

/** What a template may name: what every order of its sort has, or a field that the company added to its orders or customers. */
export type Parameter =
  | { readonly of: 'order'; readonly name: PlainParameter }
  | { readonly of: 'added'; readonly name: string; readonly field: CustomField }

/** Only of works. */
const OF_WORK: readonly PlainParameter[] = ['performers']

/** What a reader of a mailing has: no order stands behind it. */
const OF_MAILINGS: readonly PlainParameter[] = [
  'salutation',
  'customer',
  'contact',
  'contactPost',
  'organisation',
  'organisationPhone',
  'organisationEmail',
  'organisationAddress',
  'responsible',
  'responsibleEmail',
  'unsubscribe',
]

/** The parameters of a basis, in the order in which they are offered (SPEC TX3). */
export function parametersOf(basis: Basis): readonly Parameter[] {
  return [
    ...PLAIN_PARAMETERS.filter((name) => isOf(basis, name)).map((name) => ({ of: 'order' as const, name })),
    ...(basis === 'mailing' ? [] : customFieldsOf('orders')).map((field) => ({
      of: 'added' as const,
      name: field.name,
      field,
    })),
    ...customFieldsOf('customers').map((field) => ({
      of: 'added' as const,
      name: `${OF_CUSTOMERS}${field.name}`,
      field,
    })),
  ]
}

function isOf(basis: Basis, name: PlainParameter): boolean {
  if (basis === 'mailing') return OF_MAILINGS.includes(name)
  return name !== 'unsubscribe' && (basis === 'work' || !OF_WORK.includes(name))
}

/** What a parameter is called, without the brackets. */
export function parameterTitle(parameter: Parameter, language: Language): string {
  const words = MESSAGE_WORDS[language]
  if (parameter.of === 'order') return words.names[parameter.name]
  const title = parameter.field.field.added?.title ?? ''
  return parameter.field.of === 'customers' ? fill(words.ofCustomer, { field: title }) : title
}

/** The parameter of that name, or called so in any language; null where the basis has none. Spaces and capitals make no difference. */
export function parameterNamed(basis: Basis, text: string): Parameter | null {
  const plain = PLAIN_PARAMETERS.find((name) => name === text)
  if (plain !== undefined) return isOf(basis, plain) ? { of: 'order', name: plain } : null
  const all = parametersOf(basis)
  const typed = squeezed(text)
  const isCalled = (one: Parameter) => LANGUAGES.some((language) => squeezed(parameterTitle(one, language)) === typed)
  return all.find(({ name }) => name === text) ?? all.find(isCalled) ?? null
}

function squeezed(text: string): string {
  return folded(text).replaceAll(/\s/g, '')
}
