import { type Around, contactIn, customerOf, waysOfCompany } from '../parameters/around.ts'
import { MESSAGE_WORDS } from '../words.ts'
import type { Sex } from './names.ts'
import { sexOf } from './sex-of.ts'

/** The first word of what letters to somebody begin with, where that is written in the card. */
const TYPED = /^\s*(уважаем\p{L}+|дорог\p{L}+|dear)(?!\p{L})/iu

/** How somebody is addressed: «Уважаемый», «Уважаемая»; «Уважаемый(ая)» where nothing says which; a company by no sex (SPEC TX4). */
export function salutationOf(around: Around): string {
  const words = MESSAGE_WORDS[waysOfCompany(around.find).language].salutations
  const { typed, as } = addressOf(around)
  return typed ?? words[as]
}

/** Whether the language has more than one way, and nothing says which. */
export function isSalutationOpen(around: Around): boolean {
  const { he, either } = MESSAGE_WORDS[waysOfCompany(around.find).language].salutations
  const { typed, as } = addressOf(around)
  return he !== either && typed === null && as === 'either'
}

/** By the contact, else by the customer. */
function addressOf(around: Around): { readonly typed: string | null; readonly as: Sex | 'either' | 'company' } {
  const contact = contactIn(around)
  const customer = customerOf(around)
  const named = contact?.salutation ?? ''
  const typed = TYPED.exec(named)?.[1] ?? null
  const person = contact?.name ?? around.order.contact
  if (person === null && customer?.type === 'company') return { typed, as: 'company' }
  return { typed, as: sexOf(named) ?? sexOf(person ?? customer?.fullName ?? customer?.name ?? '') ?? 'either' }
}
