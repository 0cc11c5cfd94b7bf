import type { Customer } from '../../customers/collections.ts'
import { type Around, contactIn, customerOf, waysOfCompany } from '../parameters/around.ts'
import { MESSAGE_WORDS } from '../words.ts'
import type { Sex } from './names.ts'
import { sexOf } from './sex-of.ts'

/** The first word of what letters to somebody begin with, where that is written in the card. */
const TYPED = /^\s*(уважаем\p{L}+|дорог\p{L}+|dear)(?!\p{L})/iu

/** How somebody is addressed: «Уважаемый», «Уважаемая»; «Уважаемый(ая)» where nothing says which (SPEC TX4). */
export function salutationOf(around: Around): string {
  const { he, she, either } = MESSAGE_WORDS[waysOfCompany(around.find).language].salutations
  const { typed, sex } = addressOf(around)
  return typed ?? { he, she, either }[sex ?? 'either']
}

/** Whether the language has more than one way, and nothing says which. */
export function isSalutationOpen(around: Around): boolean {
  const { he, either } = MESSAGE_WORDS[waysOfCompany(around.find).language].salutations
  const { typed, sex } = addressOf(around)
  return he !== either && typed === null && sex === null
}

/** By the contact, else by the customer where that is a person. */
function addressOf(around: Around): { readonly typed: string | null; readonly sex: Sex | null } {
  const contact = contactIn(around)
  const customer = customerOf(around)
  const typed = TYPED.exec(contact?.salutation ?? '')?.[1] ?? null
  const named = contact?.salutation ?? ''
  return { typed, sex: sexOf(named) ?? sexOf(contact?.name ?? around.order.contact ?? personName(customer)) }
}

function personName(customer: Customer | null): string {
  return customer === null || customer.type === 'company' ? '' : (customer.fullName ?? customer.name ?? '')
}
