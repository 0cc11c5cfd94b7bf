/**
 * Another shop that this company exchanges goods and orders with, as 1C does with shops («Обмен с сайтом», CommerceML 2). `Secret`: the
 * password; what stands in its place depends on who reads.
 */
export interface ShopExchange<Secret> {
  /** The script of exchange, without its parameters: `https://shop.example/bitrix/admin/1c_exchange.php`. */
  readonly url: string
  readonly login: string
  readonly password: Secret
  /** The goods of the site, at its prices, go there. */
  readonly sendsGoods: boolean
  /** Orders of its visitors come here. */
  readonly takesOrders: boolean
  /** How often, minutes. */
  readonly minutes: number
}

export const EXCHANGE_LIMITS = { fewest: 5, most: 1440 } as const

/** What keeps an exchange from going well. */
export const EXCHANGE_TROUBLES = [
  'unreachable',
  'keyRefused',
  'notUnderstood',
  'refused',
  'ordersLeft',
  'noSite',
  'noKind',
  'locked',
] as const
export type ExchangeTrouble = (typeof EXCHANGE_TROUBLES)[number]

/** How the last exchange went, as the agent told: `PUT /api/agent/site/exchange`. */
export interface ExchangeStanding {
  /** ms since 1970 */
  readonly at: number
  readonly trouble: ExchangeTrouble | null
  /** What the shop said of it; empty: nothing. */
  readonly said: string
  /** How many goods went, and orders came; null: none were to. */
  readonly goods: number | null
  readonly orders: number | null
}

/** `GET /api/site/exchange`, for owner and admin. */
export interface ExchangeView {
  readonly exchange: ShopExchange<{ readonly isSet: boolean }> | null
  /** The password was sealed elsewhere and cannot be opened here. */
  readonly isLocked: boolean
  readonly standing: ExchangeStanding | null
}

/** `PUT /api/site/exchange`; null: none. A null password: the one that stands, as long as it goes to the same host. */
export interface ExchangeChange {
  readonly exchange: ShopExchange<string | null> | null
}

/** `GET /api/agent/site/exchange`. Failure sending-locked. */
export interface HeldExchange {
  readonly exchange: ShopExchange<string> | null
}
