import { fill } from '../../../shared/locales/fill.ts'
import type { SiteOrderState } from '../../../shared/site/catalogue.ts'
import { siteTotal } from '../../../shared/site/sums.ts'
import { markClass } from '../look/look.ts'
import type { OrderLine } from '../ordering/lines.ts'
import type { Shop } from '../shop/shop.ts'
import { type Place, page } from './frame.ts'
import { type Html, html } from './html.ts'
import { linesTable } from './lines-table.ts'

/** What is known of an order at the door. */
export interface OrderKnown {
  /** When it was taken; null: the door has forgotten. */
  readonly taken: number | null
  /** As it waits for the office; null: the office has it. */
  readonly waiting: readonly OrderLine[] | null
  /** As the office told last; null: nothing yet. */
  readonly told: SiteOrderState | null
}

/** The page of an order: «Спасибо» first, then what becomes of it. */
export function statePage(place: Place, { taken, waiting, told }: OrderKnown): string {
  const { shop } = place
  const words = shop.words.state
  const title = told ? fill(words.title, { number: told.number }) : words.fresh
  const mark = told
    ? html`<span class="${markClass(told.hue)}">${told.state}</span>`
    : html`<span class="mark">${words.accepted}</span>`
  const ended = told?.isCancelled ? words.cancelled : told?.isDone ? words.done : null
  return page(
    place,
    { title, canonical: null },
    html`<h1>${title}</h1>
<p>${told ? (ended ?? words.lead) : words.freshLead}</p>
<dl class="facts"><div><dt>${words.now}</dt><dd>${mark}</dd></div></dl>
<p class="quiet-text">${taken !== null && fill(words.taken, { when: moment(shop, taken) })}${told && html`<br>${fill(words.changed, { when: moment(shop, told.changed) })}`}</p>
${told ? linesShown(shop, told.lines, told) : waiting && linesShown(shop, waiting, { total: siteTotal(waiting) })}`,
  )
}

function linesShown(
  shop: Shop,
  lines: readonly Omit<OrderLine, 'product'>[],
  sums: Pick<SiteOrderState, 'total' | 'vat'>,
): Html | null {
  return lines.length > 0 ? linesTable(shop, lines, sums) : null
}

function moment({ catalogue: { language, zone } }: Shop, at: number): string {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at)
}
