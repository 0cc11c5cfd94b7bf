import type { MailingConsent } from '../mailings/collections.ts'

/**
 * What the agent publishes to the door: all that pages of the site show, made of records, with nothing else of the company in it. JSON;
 * ten thousand goods are about 3 MB. Sums are minor units of `currency`, quantities thousandths.
 */
export interface SiteCatalogue {
  /** When it was made, ms since 1970. */
  readonly made: number
  readonly isOn: boolean
  readonly name: string
  readonly slogan: string
  readonly about: string
  readonly delivery: string
  readonly privacy: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly hue: number | null
  /** SHA-256 of the logo’s bytes, hex. */
  readonly logo: string | null
  /** Who sells: 152-ФЗ and the law of trade want it named. */
  readonly seller: {
    readonly name: string
    readonly inn: string
    readonly ogrn: string
    readonly address: string
  } | null
  /** ISO 4217. */
  readonly currency: string
  readonly zone: string
  readonly language: 'ru' | 'en'
  /** A group behind its parent; only those that have goods at or below them. */
  readonly groups: readonly SiteGroup[]
  readonly goods: readonly SiteProduct[]
}

export interface SiteGroup {
  readonly id: string
  /** Its part of an address: of its name, unique. */
  readonly slug: string
  readonly name: string
  readonly parent: string | null
}

export interface SiteProduct {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly article: string
  /** Plain lines. */
  readonly text: string
  readonly unit: string
  readonly group: string | null
  readonly price: number
  /** What is there, thousandths; null: it is not shown, or it is a service. */
  readonly stock: number | null
  /** SHA-256 of its pictures’ bytes, the first one first. */
  readonly pictures: readonly string[]
}

/** What a visitor ordered. `id` is the visitor’s own, made with the form: the same form sent twice is one order. */
export interface SiteOrder {
  readonly id: string
  readonly at: number
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly note: string
  readonly company: string
  readonly inn: string
  /** What he has agreed to, when: personal data always, news where he wished. */
  readonly agreed: number
  readonly wantsNews: boolean
  /** `price` is the one that he was shown and agreed to. */
  readonly lines: readonly {
    readonly product: string
    readonly name: string
    readonly quantity: number
    readonly price: number
  }[]
  /** Behind which the page of its state stands: `/order/<token>`. */
  readonly token: string
}

/** What the page of an order shows, as the office told last. */
export interface SiteOrderState {
  readonly token: string
  readonly number: string
  /** The state’s name, its hue in degrees. */
  readonly state: string
  readonly hue: number | null
  readonly total: number
  /** What of the total is VAT on top of prices; doors and agents of earlier programs say nothing of it. */
  readonly vat?: number
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly price: number }[]
  readonly isDone: boolean
  readonly isCancelled: boolean
  readonly changed: number
}

/** Where a reader took his consent back. */
export type WithdrawnBy = Extract<NonNullable<MailingConsent['withdrawnBy']>, 'unsubscribePage' | 'oneClick'>
