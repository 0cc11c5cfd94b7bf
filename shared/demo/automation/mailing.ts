import { consentId } from '../../mailings/consent-id.ts'
import { readerId } from '../../mailings/reader-id.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { whyOf } from '../../rules/why.ts'
import type { DemoCommand } from '../command.ts'
import { type DemoCustomer, demoCustomers } from '../customers/customers.ts'
import type { DemoWords } from '../process.ts'
import { NEWS } from './automation.ts'

/** Its document is named by it. */
const MAILING = '5a1e0fa110c7ab1e5a1e'

const DAY = 86_400_000
const MINUTE = 60_000
const ANSWER = '550 5.1.1 User unknown'

/** What became of its readers, one after the other; those behind these just got it. `at`: so many minutes behind its start. */
const CAME: readonly ((at: number, words: DemoWords['automation']['mailing']) => JsonObject)[] = [
  (at) => ({ state: 'sent', sent: at, opened: at + 14 * MINUTE, clicked: at + 15 * MINUTE }),
  (at, { reason }) => ({ state: 'sent', sent: at, opened: at + 40 * MINUTE, unsubscribed: at + 41 * MINUTE, reason }),
  (at) => ({ state: 'sent', sent: at, opened: at + 3 * 60 * MINUTE }),
  (at) => ({ state: 'hardBounced', sent: at, why: whyOf('addressRefuses', { answer: ANSWER }), said: ANSWER }),
  () => ({ state: 'leftOut', why: whyOf('consentWithdrawn', {}) }),
  (at) => ({ state: 'sent', sent: at, opened: at + 90 * MINUTE }),
]
const READERS = 12

/** One mailing that is over: whom it went to, and what came of it. */
export function mailingCommands(now: number, words: DemoWords): readonly DemoCommand[] {
  const { mailing } = words.automation
  const begun = now - 4 * DAY
  const readers = demoCustomers(words)
    .filter(([, { email }]) => typeof email === 'string')
    .slice(0, READERS)
    .map((customer, i) =>
      readerOf(customer, CAME[i]?.(begun + i * MINUTE, mailing) ?? sentAt(begun + i * MINUTE), mailing),
    )
  const made = (collection: 'mailings' | 'mailingRecipients', id: string, values: JsonObject): DemoCommand => ({
    command: 'createRecord',
    args: { collection, id, values },
    person: 'gromova',
    at: begun,
  })
  const [, left = {}] = readers.find(([, { unsubscribed }]) => unsubscribed !== undefined) ?? []
  return [
    made('mailings', MAILING, {
      ...setAs(mailing),
      ...figuresOf(readers.map(([, values]) => values)),
      begun,
      finished: begun + READERS * MINUTE,
    }),
    ...readers.map(([id, values]) => made('mailingRecipients', id, values)),
    withdrawn(left),
  ]
}

type MailingWords = DemoWords['automation']['mailing']

function setAs({ sent: name, topic }: MailingWords): JsonObject {
  return {
    ...{ name, way: 'letter', state: 'finished', segment: 'regular', template: NEWS, topic },
    ...{ countsOpened: true, countsClicked: true, begunBy: 'gromova' },
  }
}

const sentAt = (sent: number): JsonObject => ({ state: 'sent', sent })

function readerOf([customer, values]: DemoCustomer, came: JsonObject, { because }: MailingWords): [string, JsonObject] {
  const { email, name } = values as { readonly email: string; readonly name: string }
  return [readerId(MAILING, email), { mailing: MAILING, customer, to: email, name, because, ...came }]
}

function figuresOf(readers: readonly JsonObject[]): JsonObject {
  const count = (is: (reader: JsonObject) => boolean) => readers.filter(is).length
  return {
    ...{ all: readers.length, waiting: 0, doubtful: 0, failed: 0 },
    sent: count(({ state }) => state === 'sent'),
    bounced: count(({ state }) => state === 'hardBounced'),
    leftOut: count(({ state }) => state === 'leftOut'),
    opened: count(({ opened }) => opened !== undefined),
    clicked: count(({ clicked }) => clicked !== undefined),
    unsubscribed: count(({ unsubscribed }) => unsubscribed !== undefined),
  }
}

/** What the reader who unsubscribed has said since. */
function withdrawn({ to, customer, unsubscribed, reason }: JsonObject): DemoCommand {
  const id = consentId('letter', String(to))
  const values = {
    ...{ way: 'letter', to, customer, mailing: MAILING, reason },
    ...{ withdrawn: unsubscribed, withdrawnBy: 'unsubscribePage' },
  } as JsonObject
  return {
    command: 'createRecord',
    args: { collection: 'mailingConsents', id, values },
    person: null,
    at: Number(unsubscribed),
  }
}
