/** The line on which something begins in its file, as an editor counts. */
export interface Located {
  readonly line: number
}

/** A name and what is said under it: a characteristic, a detail. */
export interface NamedValue {
  readonly name: string
  readonly value: string
}

export interface ExchangeGroup {
  readonly id: string
  readonly name: string
  /** The group that it stands in. */
  readonly parent: string | null
}

/** A product of a catalogue. Its id may name a characteristic behind `#`. */
export interface ExchangeProduct {
  readonly id: string
  readonly article: string | null
  readonly barcode: string | null
  readonly name: string
  readonly description: string | null
  readonly unit: string | null
  readonly groups: readonly string[]
  /** The rate as the file writes it: `20`, «Без НДС». */
  readonly vat: string | null
  readonly traits: readonly NamedValue[]
  readonly details: readonly NamedValue[]
  /** Told to be removed where it came from. */
  readonly isRemoved: boolean
}

export interface PriceType {
  readonly id: string
  readonly name: string
  readonly currency: string | null
}

export interface ExchangePrice {
  /** The price type's id. */
  readonly type: string
  /** Minor units for one unit. */
  readonly sum: number
  readonly currency: string | null
}

/** What a product costs and how much of it is there. */
export interface Offer {
  /** The product's, with its characteristic behind `#`. */
  readonly id: string
  readonly name: string | null
  readonly prices: readonly ExchangePrice[]
  /** Thousandths, in all stores; null: not told. */
  readonly quantity: number | null
  readonly traits: readonly NamedValue[]
}

export interface Counterparty {
  readonly id: string | null
  readonly name: string
  /** «Покупатель», «Продавец». */
  readonly role: string | null
  readonly fullName: string | null
  readonly inn: string | null
  readonly kpp: string | null
  readonly address: string | null
  /** «Телефон рабочий», «Почта». */
  readonly contacts: readonly NamedValue[]
}

export interface ExchangeDiscount {
  readonly name: string
  /** Hundredths of a percent. */
  readonly percent: number | null
  /** Minor units. */
  readonly sum: number | null
  /** Whether the line's sum has it off already. */
  readonly isCounted: boolean
}

export interface ExchangeLine {
  readonly id: string | null
  readonly article: string | null
  readonly name: string
  readonly unit: string | null
  /** Minor units for one. */
  readonly price: number | null
  /** Thousandths. */
  readonly quantity: number | null
  /** Minor units. */
  readonly sum: number | null
  readonly vat: string | null
  readonly discounts: readonly ExchangeDiscount[]
  readonly details: readonly NamedValue[]
}

/** A document of the exchange: an order, mostly. */
export interface ExchangeOrder {
  readonly id: string
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:MM:SS`. */
  readonly time: string | null
  /** «Заказ товара». */
  readonly operation: string | null
  readonly role: string | null
  readonly currency: string | null
  /** Minor units. */
  readonly sum: number | null
  readonly comment: string | null
  readonly parties: readonly Counterparty[]
  readonly lines: readonly ExchangeLine[]
  readonly details: readonly NamedValue[]
}

/** What files of CommerceML 2 hold: import.xml, offers.xml, orders.xml. */
export interface Exchange {
  /** The form's version; `2.05`. */
  readonly version: string | null
  /** The catalogue tells only what has changed. */
  readonly isPartial: boolean
  readonly groups: readonly ExchangeGroup[]
  readonly priceTypes: readonly PriceType[]
  readonly products: readonly (ExchangeProduct & Located)[]
  readonly offers: readonly (Offer & Located)[]
  readonly orders: readonly (ExchangeOrder & Located)[]
}

/** What files before this one have told: prices stand in another file than the goods that they are of. */
export interface Before {
  readonly groups: ReadonlySet<string>
  readonly priceTypes: ReadonlySet<string>
  readonly products: ReadonlySet<string>
}
