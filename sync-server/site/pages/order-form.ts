import { raw } from 'hono/html'
import { fill } from '../../../shared/locales/fill.ts'
import { siteTotal } from '../../../shared/site/sums.ts'
import { FIELDS, type FieldName, type Filled, type Wrong } from '../ordering/filled.ts'
import { type Change, type OrderLine, writeLine } from '../ordering/lines.ts'
import type { Shop } from '../shop/shop.ts'
import type { ShopWords } from '../words.ts'
import { type Place, page } from './frame.ts'
import { type Html, html } from './html.ts'
import { linesTable } from './lines-table.ts'

/** The form as it is shown: all that was typed stands in it. */
export interface FormShown {
  readonly token: string
  readonly lines: readonly OrderLine[]
  readonly filled: Filled
  readonly wrong?: Wrong
  readonly changes?: readonly Change[]
  /** Why it has to be sent again. */
  readonly again?: keyof ShopWords['order']['again'] | null
}

/** The field that robots fill in: people do not see it. */
export const TRAP = 'website'

export function orderPage(place: Place, form: FormShown): string {
  const { shop, base } = place
  const words = shop.words.order
  const { lines, token, filled } = form
  return page(
    place,
    { title: words.title, description: words.title, canonical: '/order' },
    html`<h1>${words.title}</h1>
${sayings(shop, form)}
<form class="order" action="${base}/order" method="post" novalidate>
<div>
<input type="hidden" name="form" value="${token}">
${lines.map((line) => html`<input type="hidden" name="line" value="${writeLine(line)}">`)}
<div class="trap" aria-hidden="true"><label>${words.trap}<input type="text" name="${TRAP}" value="" tabindex="-1" autocomplete="off"></label></div>
${whoFields(shop, form)}
${companyFields(shop, form)}
${noteField(shop, form)}
${consents(place, filled, form.wrong?.consent !== undefined)}
<button type="submit">${words.send}</button>
</div>
<div><h2>${words.yours}</h2>${linesTable(shop, lines, { total: siteTotal(lines) })}<p><a href="${base}/cart">${words.change}</a></p></div>
</form>`,
  )
}

function whoFields(shop: Shop, form: FormShown): Html {
  const words = shop.words.order
  return html`<fieldset><legend>${words.who}</legend>
${field(shop, form, 'name', words.name, 'autocomplete="name" required')}
<div class="two">${field(shop, form, 'phone', words.phone, 'autocomplete="tel" inputmode="tel"', words.reach)}
${field(shop, form, 'email', words.email, 'autocomplete="email" inputmode="email"')}</div>
${field(shop, form, 'address', words.address, 'autocomplete="address-line1"')}
</fieldset>`
}

function companyFields(shop: Shop, form: FormShown): Html {
  const words = shop.words.order
  return html`<fieldset><legend>${words.companyNote}</legend><div class="two">
${field(shop, form, 'company', words.companyName, 'autocomplete="organization"')}
${field(shop, form, 'inn', words.inn, 'inputmode="numeric" autocomplete="off"')}</div></fieldset>`
}

function noteField(shop: Shop, { filled, wrong = {} }: FormShown): Html {
  const said = sentence(shop.words, wrong, 'note')
  const attributes = said ? html`aria-invalid="true" aria-describedby="wrong-note"` : html``
  return html`<div class="field"><label for="note">${shop.words.order.note}</label>
<textarea id="note" name="note" rows="4" ${attributes}>
${filled.note}</textarea>${said && html`<p class="wrong" id="wrong-note">${said}</p>`}</div>`
}

function field(
  shop: Shop,
  { filled, wrong = {} }: FormShown,
  name: FieldName,
  label: string,
  how: string,
  note?: string,
): Html {
  const said = sentence(shop.words, wrong, name)
  const by = [said && `wrong-${name}`, note && `note-${name}`].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" value="${filled[name]}" ${raw(how)}${said && html` aria-invalid="true"`}${by && html` aria-describedby="${by}"`}>
${note && html`<span class="note" id="note-${name}">${note}</span>`}
${said && html`<p class="wrong" id="wrong-${name}">${said}</p>`}</div>`
}

function consents({ shop, base }: Place, { consent, news }: Filled, isWrong: boolean): Html {
  const words = shop.words.order
  const box = (name: string, isOn: boolean, more: Html | false) =>
    html`<input type="checkbox" id="${name}" name="${name}" value="yes"${isOn && html` checked`}${more}>`
  const described = isWrong && html` aria-invalid="true" aria-describedby="wrong-consent"`
  return html`<div class="check">${box('consent', consent, html` required${described}`)}<div><label for="consent">${words.consent}</label> (<a href="${base}/privacy">${words.consentLink}</a>)
${isWrong && html`<p class="wrong" id="wrong-consent">${words.wrong.consent}</p>`}</div></div>
<div class="check">${box('news', news, false)}<label for="news">${words.news}</label></div>`
}

/** What has to be said over the form: what is wrong, what has changed, why it is to be sent again. */
function sayings(shop: Shop, { wrong = {}, changes = [], again = null, lines }: FormShown): Html | null {
  const words = shop.words.order
  const names = Object.keys(wrong) as (FieldName | 'consent')[]
  const changed = [...changes.map((one) => changeIn(shop, one)), ...(lines.length === 0 ? [words.changes.empty] : [])]
  if (names.length === 0 && changed.length === 0 && again === null) return null
  return html`<div class="said" role="alert">
${again !== null && html`<p>${words.again[again]}</p>`}
${changed.length > 0 && html`<p>${words.changed}</p><ul>${changed.map((one) => html`<li>${one}</li>`)}</ul>`}
${names.length > 0 && html`<p>${words.problems}</p><ul>${names.map((name) => html`<li><a href="#${name}">${sentence(shop.words, wrong, name)}</a></li>`)}</ul>`}
</div>`
}

function changeIn(shop: Shop, change: Change): string {
  const words = shop.words.order.changes
  const { name } = change
  if (change.what === 'gone') return fill(words.gone, { name })
  const shown = change.what === 'price' ? shop.money : shop.quantity
  return fill(words[change.what], { name, was: shown(change.was), now: shown(change.now) })
}

function sentence({ order }: ShopWords, wrong: Wrong, name: FieldName | 'consent'): string | null {
  const what = wrong[name]
  if (what === undefined) return null
  return fill(order.wrong[what], { most: name === 'consent' ? 0 : FIELDS[name] })
}
