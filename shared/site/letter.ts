import { fill, type Language } from '../locales/index.ts'
import { type Block, type Body, paragraph, textNode } from '../messages/body/body.ts'
import { figuresOf } from '../print/figures.ts'
import { shortCurrency } from '../print/sums/currencies.ts'
import type { SiteOrder } from './catalogue.ts'
import type { Site } from './collections.ts'
import { siteTotal } from './sums.ts'
import { said } from './taking/said.ts'
import { SITE_WORDS } from './words.ts'

interface SiteLetter {
  readonly subject: string
  readonly body: Body
}

interface LetterWays {
  readonly language: Language
  /** Of the order. */
  readonly currency: string
  /** Null: the order has none yet. */
  readonly number: string | null
  /** The address of the order’s page; null: nobody outside reaches it. */
  readonly page: string | null
}

/** What a visitor is written at once, where the company has no template for it (SPEC WB12). */
export function siteLetter(
  order: SiteOrder,
  site: Pick<Site, 'name' | 'phone'>,
  { language, currency, number, page }: LetterWays,
): SiteLetter {
  const words = SITE_WORDS[language].letter
  const { sum, quantity } = figuresOf(language, currency)
  const money = (value: number) => `${sum(value)} ${shortCurrency(currency, language)}`
  const name = said(order.name)
  const lines = order.lines.map((line) =>
    fill(words.line, { name: said(line.name), quantity: quantity(line.quantity), price: money(line.price) }),
  )
  const phone = said(site.phone)
  const opening = [
    name === '' ? words.hello : fill(words.helloTo, { name }),
    number === null ? words.thanks : fill(words.thanksNumber, { number }),
    ...lines,
    fill(words.total, { total: money(siteTotal(order.lines)) }),
  ]
  const end = phone === '' ? words.reachBack : fill(words.reach, { phone })
  const shop = said(site.name)
  const subject =
    number === null ? fill(words.subject, { name: shop }) : fill(words.subjectNumber, { number, name: shop })
  const content = [...opening.map(line), ...(page === null ? [] : pageLink(words.page, page)), line(end)]
  return { subject, body: { type: 'doc', content } }
}

/** The words and the link that lead to an order's page, behind a text of the company's own, too. */
export function pageLink(words: string, page: string): readonly Block[] {
  return [line(words), paragraph([textNode(page, [{ type: 'link', attrs: { href: page } }])])]
}

function line(text: string): Block {
  return paragraph([textNode(text)])
}
