import { COMMON } from '../../documents/families.ts'
import type { letters, mailAccounts } from '../../letters/collections.ts'
import { placeId } from '../../letters/ids.ts'
import type { LetterBody } from '../../letters/letter.ts'
import { writeRefused } from '../../letters/refused.ts'
import type { Draft } from '../../records/declarations/collection.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import { demoCustomers } from '../customers/customers.ts'
import { Calendar } from '../month/calendar.ts'
import { clientRecord } from '../order.ts'
import type { DemoWords } from '../process.ts'
import { type DemoLetter, type DemoThread, type StrangerId, THREADS } from './threads.ts'

const HOUR = 3_600_000
/** The account that all of them came to. */
export const DEMO_ACCOUNT = 'demo-sales'
const ADDRESS = 'sales@assol.example'
/** Where the letter with a picture shows it. */
const PICTURE = 'kitchen'

/** A letter before its bytes are put: its record, its words, what goes with it. */
export interface MadeLetter {
  readonly id: string
  readonly at: number
  readonly draft: Draft<typeof letters>
  readonly body: LetterBody
  readonly with: 'picture' | 'plan' | null
}

/** What everybody may know of the account; it is switched off, since there is no server behind it. */
export function demoAccount({ letters: words }: DemoWords): Draft<typeof mailAccounts> {
  return {
    ...{ name: words.account, address: ADDRESS, receives: true, sends: true, isDefault: true, state: 'off' },
    ...{ sentFolder: 'Sent', trashFolder: 'Trash', archiveFolder: 'Archive' },
  }
}

/** The letters of the demo company; `orders` are the commands that make its orders. The same day gives the same ids. */
export function demoLetters(now: number, words: DemoWords, orders: readonly DemoCommand[]): readonly MadeLetter[] {
  const calendar = new Calendar(now)
  const made = THREADS.flatMap((thread) => ofThread(thread, { calendar, words, orders }))
  return made.filter(({ at }) => at < now)
}

interface Ground {
  readonly calendar: Calendar
  readonly words: DemoWords
  readonly orders: readonly DemoCommand[]
}

/** Who a thread is with, and whose it is. */
interface Partner {
  readonly name: string
  readonly address: string
  readonly customer: string | null
  readonly order: string | null
}

function ofThread(thread: DemoThread, ground: Ground): readonly MadeLetter[] {
  const partner = partnerOf(thread.about, ground)
  const ids = thread.letters.map(({ key }) => `${thread.thread}.${key}@assol.example`)
  return thread.letters.map((letter, i) =>
    letterOf({ thread, letter, partner, messageId: ids[i] ?? '', references: ids.slice(0, i) }, ground),
  )
}

function partnerOf(about: DemoThread['about'], { words, orders }: Ground): Partner {
  if (typeof about === 'object' && 'stranger' in about)
    return { ...stranger(about.stranger, words), customer: null, order: null }
  const latest = orders.flatMap(({ command, args }) =>
    command === 'createRecord' && args.collection === 'orders' ? [args] : [],
  )
  const order = typeof about === 'number' ? latest.at(-about) : undefined
  const customer = typeof about === 'number' ? String(order?.values.customer ?? '') : clientRecord(about.client)
  const values = demoCustomers(words).find(([id]) => id === customer)?.[1]
  return { name: String(values?.name ?? ''), address: String(values?.email ?? ''), customer, order: order?.id ?? null }
}

function stranger(id: StrangerId, { letters: words }: DemoWords) {
  return { name: words.strangers[id], address: `${id}@mail.client.example` }
}

interface Said {
  readonly thread: DemoThread
  readonly letter: DemoLetter
  readonly partner: Partner
  readonly messageId: string
  readonly references: readonly string[]
}

function letterOf({ thread, letter, partner, messageId, references }: Said, { calendar, words }: Ground): MadeLetter {
  const {
    key,
    out = false,
    ago,
    hour,
    isUnread = false,
    isFlagged = false,
    isReturned = false,
    automatic = null,
  } = letter
  const at = Math.round(calendar.dayAgo(ago) + hour * HOUR)
  const said: { readonly [key: string]: string } = words.letters.threads[thread.thread]
  const us = { name: words.company, address: ADDRESS }
  const them = letter.from ? stranger(letter.from, words) : partner
  const [from, to] = out ? [us, partner] : [them, us]
  const text = `${said[key] ?? ''}${out ? `\n\n-- \n${words.letters.signature}` : ''}`
  const folder = out ? 'Sent' : 'INBOX'
  const subject = `${references.length > 0 ? 'Re: ' : ''}${said.subject ?? ''}`
  const place = { account: DEMO_ACCOUNT, folder, seen: !isUnread, flagged: isFlagged, answered: false }
  const id = derivedId(COMMON, at, 'demo', `letters\u0000${messageId}`)
  const bound = {
    customer: partner.customer,
    order: partner.order,
    boundBy: partner.customer ? ('address' as const) : null,
  }
  const draft: Draft<typeof letters> = {
    ...{ direction: out ? 'out' : 'in', subject, fromName: from.name, fromAddress: from.address },
    ...{ to: [`${to.name} <${to.address}>`], sent: at, received: at, messageId, references, automatic },
    ...{ snippet: (said[key] ?? '').replace(/\s+/g, ' ').slice(0, 200), ...bound },
    ...(isReturned && { undelivered: writeRefused({ address: to.address, said: '550 5.1.1 User unknown' }) }),
    places: { [placeId(DEMO_ACCOUNT, folder)]: place },
  }
  const html = letter.with === 'picture' ? `<p>${text}</p><p><img src="cid:${PICTURE}" width="480"></p>` : null
  const headers = [
    `From: ${from.name} <${from.address}>`,
    `To: ${to.address}`,
    `Subject: ${subject}`,
    `Message-ID: <${messageId}>`,
  ]
  return { id, at, draft, body: { text, html, headers: headers.join('\n') }, with: letter.with ?? null }
}

/** The entry of an enclosure, for the record. */
export function enclosed(
  sort: 'picture' | 'plan',
  file: { readonly hash: string; readonly size: number },
  words: DemoWords,
) {
  const cid = sort === 'picture' ? PICTURE : null
  const [name, type] = sort === 'picture' ? ['kitchen.png', 'image/png'] : [words.files.plan, 'application/pdf']
  return { e0: { ...file, name, type, cid, place: 'a0' } }
}
