import { pictureOf } from '../../../shared/company/pictures.ts'
import { products } from '../../../shared/goods/collections.ts'
import { papers as en } from '../../../shared/locales/en/work/papers.ts'
import type { Language, Words } from '../../../shared/locales/index.ts'
import { papers as ru } from '../../../shared/locales/ru/work/papers.ts'
import { type Around, customerOf, waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import type { Paper } from '../../../shared/print/paper.ts'
import { type Making, NO_PICTURES } from '../../../shared/print/trade/deal.ts'
import type { Organisation } from '../../../shared/print/trade/deal-of.ts'
import { type PaperKind, paperOf } from '../../../shared/print/trade/kinds.ts'
import { dayAt } from '../../../shared/time/days.ts'

const WORDS: Readonly<Record<Language, Words['papers']>> = { ru, en }

/** What a paper of an order is made of. */
export interface OrderGround extends Around {
  /** All organisations of the company, removed ones too. */
  readonly organisations: readonly Organisation[]
}

/** A paper of an order, as its card would print it, in the company's language. `isPlain`: without pictures. */
export function orderPaper(kind: PaperKind, ground: OrderGround, isPlain = false): Paper {
  const { order, find } = ground
  const { language, zone, currency } = waysOfCompany(find)
  const organisation = organisationOf(ground)
  const records = {
    organisation,
    account: null,
    customer: customerOf(ground),
    productName: (id: string | null) => (id === null ? null : (find(products, id)?.name ?? null)),
    day: dayOf(order, zone),
    ground: null,
    currency,
  }
  const making = { language, words: WORDS[language], pictures: isPlain ? NO_PICTURES : picturesOf(organisation) }
  return paperOf(kind, order, records, making)
}

function dayOf({ date, madeAt }: Order, zone: string): string {
  return dayAt(date ?? madeAt, zone)
}

/** The one that the order names; where it names none there may be but one. */
function organisationOf({ order, organisations: all }: OrderGround): Organisation | null {
  const [only, another] = all.filter(({ gone }) => !gone)
  return all.find(({ id }) => id === order.organisation) ?? (another === undefined ? (only ?? null) : null)
}

function picturesOf(organisation: Organisation | null): Making['pictures'] {
  return {
    logo: pictureOf(organisation, 'logo'),
    seal: pictureOf(organisation, 'seal'),
    signature: pictureOf(organisation, 'signature'),
  }
}
