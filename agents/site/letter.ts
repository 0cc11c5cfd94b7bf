import { documentOf } from '../../shared/documents/documents.ts'
import { readAddress } from '../../shared/messages/acts/address.ts'
import { writeBody } from '../../shared/messages/body/body.ts'
import { readBody } from '../../shared/messages/body/read-body.ts'
import { messages, messageTemplates } from '../../shared/messages/collections.ts'
import { makeMessage } from '../../shared/messages/filling/make-message.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { type Order, orders } from '../../shared/orders/collections.ts'
import type { SiteOrder } from '../../shared/site/catalogue.ts'
import type { Site } from '../../shared/site/collections.ts'
import { pageLink, siteLetter } from '../../shared/site/letter.ts'
import type { OrderIds } from '../../shared/site/taking/ids.ts'
import { said } from '../../shared/site/taking/said.ts'
import { SITE_WORDS } from '../../shared/site/words.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'

type Ground = Pick<AgentGround, 'replica' | 'door' | 'log' | 'signal'>

/** The server gives an order its number at once; a letter waits for it no longer, ms. */
const NUMBER_WITHIN = 3_000

/** Puts the letter to a visitor among the outgoing ones, once (SPEC WB18). The documents of the order and of messages are open. */
export async function writeLetter(ground: Ground, visit: SiteOrder, ids: OrderIds, site: Site): Promise<void> {
  const { replica } = ground
  const find = findIn(replica)
  const to = readAddress('letter', said(visit.email), null)
  if (to === null || find(messages, ids.letter) !== null) return
  const order = await numbered(ground, ids.order)
  if (order === null || order.visitor === null) return
  const page = await pageOf(ground, visit.token)
  const written = fromTemplate(ground, order, to, site, page) ?? ownWords(ground, order, visit, site, page)
  replica.write((tx) =>
    tx.create(messages, ids.letter, {
      ...written,
      to,
      ...{
        state: 'waiting',
        way: 'letter',
        order: order.id,
        customer: order.customer,
        sender: 'company',
        due: tx.now(),
      },
    }),
  )
  await replica.saved([documentOf(replica.pass.company, messages.family, ids.letter)])
}

function ownWords({ replica }: Ground, order: Order, visit: SiteOrder, site: Site, page: string | null) {
  const { language, currency } = waysOfCompany(findIn(replica))
  const { number, currency: its } = order
  const { subject, body } = siteLetter(visit, site, { language, currency: its ?? currency, number, page })
  return { subject, body: writeBody(body) }
}

/** The company's own template, with the page's address behind it; nothing, where it cannot be filled. */
function fromTemplate({ replica, log }: Ground, order: Order, to: string, { template }: Site, page: string | null) {
  if (template === null) return null
  const find = findIn(replica)
  const row = find(messageTemplates, template)
  const made = makeMessage({ way: 'letter', template: row, to, contact: null, around: { order, find } })
  if ('why' in made) {
    log.warn({ template, why: made.why }, 'the template of the site is of no use')
    return null
  }
  const { language } = waysOfCompany(find)
  const body = readBody(made.values.body ?? null)
  const behind = page === null ? [] : pageLink(SITE_WORDS[language].letter.page, page)
  return { ...made.values, body: writeBody({ ...body, content: [...body.content, ...behind] }) }
}

/** The order's page at the door; null: it stands at no address that a visitor could reach. */
async function pageOf({ door: readDoor }: Ground, token: string): Promise<string | null> {
  const door = await readDoor()
  return door?.isPublic ? `${door.shop}/order/${encodeURIComponent(token)}` : null
}

/** The order, once the server has given it its number; without one, where that takes too long. */
async function numbered({ replica, signal }: Ground, id: string): Promise<Order | null> {
  const found = () => findIn(replica)(orders, id)
  if (found()?.number) return found()
  const given = Promise.withResolvers<void>()
  const forget = replica.observe(() => {
    if (found()?.number) given.resolve()
  })
  const late = AbortSignal.any([signal, AbortSignal.timeout(NUMBER_WITHIN)])
  late.addEventListener('abort', () => given.resolve())
  await given.promise
  forget()
  return found()
}
