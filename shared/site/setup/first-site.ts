import type { organisations } from '../../company/collections.ts'
import { fill, type Words } from '../../locales/index.ts'
import type { Kind } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { statesOf } from '../../orders/moves/moves.ts'
import type { Draft, Row } from '../../records/declarations/collection.ts'
import { byPlace } from '../../records/declarations/place.ts'
import type { sites } from '../collections.ts'

type MadeWords = Words['siteSetup']['made']
type Seller = Pick<Row<typeof organisations>, 'name' | 'fullName' | 'inn' | 'ogrn' | 'address' | 'phone' | 'email'>

/** Texts of a site by what is known of who sells (SPEC WB20); with no organisation by the company's name alone. */
export function siteTexts(company: string, seller: Seller | null, words: MadeWords) {
  const address = seller?.address?.trim() ?? ''
  const requisites = seller?.inn
    ? fill(words.requisites, {
        inn: seller.inn,
        ogrn: seller.ogrn ? fill(words.ogrn, { ogrn: seller.ogrn }) : '',
        address: address === '' ? '' : fill(words.address, { address }),
      })
    : ''
  return {
    about: fill(words.about, { company }),
    delivery: fill(words.delivery, { pickup: address === '' ? '' : fill(words.pickup, { address }) }),
    privacy: fill(words.privacy, {
      seller: seller?.fullName?.trim() || seller?.name?.trim() || company,
      requisites,
      contact: seller?.email?.trim() || seller?.phone?.trim() || words.noContact,
    }),
  }
}

/** What a site is made of. */
export interface FirstSite {
  readonly company: string
  readonly organisation: (Seller & { readonly id: string }) | null
  readonly priceType: string | null
  readonly kinds: readonly Kind[]
  /** Who makes it, by id in `people`. */
  readonly person: string | null
  readonly words: MadeWords
}

/** A new site: closed, with all filled in that is known (SPEC WB20). */
export function firstSite({ company, organisation, priceType, kinds, person, words }: FirstSite): Draft<typeof sites> {
  const kind = kinds.filter(({ gone, sort }) => !gone && sort === 'customer').toSorted(byPlace)[0]
  const state = kind && statesOf(kind).find((one) => one !== COMPLETED)
  return {
    ...{ isOn: false, name: company, slogan: words.slogan, ...siteTexts(company, organisation, words) },
    ...{
      phone: organisation?.phone ?? null,
      email: organisation?.email ?? null,
      address: organisation?.address ?? null,
    },
    ...{ organisation: organisation?.id ?? null, priceType, groups: [], showsStock: false },
    ...{ kind: kind?.id ?? null, state: state ?? null, responsible: person, source: words.source },
  }
}
