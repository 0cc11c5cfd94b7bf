import { createHash } from 'node:crypto'
import { customers } from '../../../shared/customers/collections.ts'
import { documentOf, ownCircle } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { letters, mailAccounts, ownLetters } from '../../../shared/letters/collections.ts'
import { letterId, placeId, sharedId } from '../../../shared/letters/ids.ts'
import type { ParsedLetter } from '../../../shared/letters/letter.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { type Bounce, takeBounce } from '../../mailings/bounces/take-bounce.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { bindByItself } from '../binding/bind.ts'
import { lookFarther } from '../binding/farther.ts'
import { neededFor } from '../binding/needed.ts'
import { surroundingsOf } from '../binding/surroundings.ts'
import type { Listed } from '../box.ts'
import { readHeaders, readLetter } from '../reading/read-letter.ts'
import { type Report, reportOf } from '../reading/report.ts'
import { drawConsequences, takeOverReport } from './consequences.ts'
import { keepBytes } from './keep-bytes.ts'
import { recordOf } from './letter-record.ts'
import { messageOf } from './message-of.ts'
import { atPlace, type Place } from './places.ts'

export type TakeGround = Pick<AgentGround, 'replica' | 'documents'>

/** A letter as a mail server has it. */
export interface ToTake {
  readonly account: Pick<HeldAccount, 'id' | 'owner' | 'address'>
  readonly folder: string
  readonly uid: number
  readonly listed: Listed
  readonly raw: Uint8Array<ArrayBuffer>
}

/** What became of it. */
export interface Taken {
  /** The id of its record, in the circle of its account. */
  readonly letter: string
  /** The entry of that record's `places`. */
  readonly place: string
  /**
   * `duplicate`: the record stood in that folder before: another UID of it is the same letter, or this one was taken and its row in the
   * ledger was not written; `raw`: it could not be taken apart, and is shown as it came.
   */
  readonly state: 'imported' | 'duplicate' | 'raw'
  /** Why it is shown as it came; empty: it was taken apart. */
  readonly why: string
}

/**
 * Takes a letter in (SPEC MP2, MP3): its bytes first, then its record, or a place of the one that stands. Resolves when the server has
 * all of it; done twice, it is done once. Failures of documents and of `putFile`: then it may be tried again.
 */
export async function takeLetter(ground: TakeGround, toTake: ToTake): Promise<Taken> {
  return await take(ground, toTake, await readLetter(toTake.raw))
}

/** Takes in a letter that was tried too often: what its headers say, and the letter as it came. `why` is what went wrong with it. */
export async function takeAsItCame(ground: TakeGround, toTake: ToTake, why: string): Promise<Taken> {
  return await take(ground, toTake, { ...(await readHeaders(toTake.raw)), unparsed: why })
}

async function take(ground: TakeGround, toTake: ToTake, read: ParsedLetter): Promise<Taken> {
  const { account, folder, raw } = toTake
  const report = reportOf(read)
  // A report is of the thread of the letter that came back.
  const returned = report?.messageId ?? null
  const letter = returned === null ? read : { ...read, references: [...new Set([...read.references, returned])] }
  const listed = { ...toTake.listed, received: Math.min(toTake.listed.received, Date.now() + DAY_MS) }
  const rawHash = createHash('sha256').update(raw).digest('hex')
  const circle = account.owner === null ? COMMON : ownCircle(account.owner)
  const id = letterId(circle, { letter, rawHash, received: listed.received })
  const place = { id: placeId(account.id, folder), account: account.id, folder, flags: listed.flags }
  const state = await written(ground, { ...toTake, listed, letter, id, place, report })
  return { letter: id, place: place.id, state: letter.unparsed === null ? state : 'raw', why: letter.unparsed ?? '' }
}

interface Writing extends ToTake {
  readonly letter: ParsedLetter
  readonly id: string
  readonly place: Place
  readonly report: Report | null
}

async function written(ground: TakeGround, writing: Writing): Promise<'imported' | 'duplicate'> {
  const { replica, documents } = ground
  const collection = writing.account.owner === null ? letters : ownLetters
  const own = documentsOf(ground, writing)
  const answering = { company: replica.pass.company, id: writing.id, references: writing.letter.references }
  await lookFarther(ground, answering)
  const needed = [...own, ...neededFor(answering, surroundingsOf(replica))]
  const closed = needed.filter((name) => !replica.isOpen(name))
  return await documents.hold(needed, async () => {
    const around = surroundingsOf(replica)
    around.look(closed)
    const isKnown = look(ground, (tx) => tx.find(collection, writing.id) !== null)
    const draft = isKnown ? null : await draftOf(ground, writing)
    let isPlaced = false
    replica.write((tx) => {
      if (draft) tx.create(collection, writing.id, draft)
      isPlaced = atPlace(tx, collection, writing.id, writing.place)
      const shared = sharedId(writing.id)
      if (collection !== letters && tx.find(letters, shared)) atPlace(tx, letters, shared, writing.place)
      if (!draft) return
      bindByItself(tx, writing.id, around)
      const { direction, message = null } = draft
      drawConsequences(tx, { ...writing, direction: direction ?? 'in' }, around)
      if (collection === letters) takeOverReport(tx, writing.id, message, around)
    })
    await replica.saved(writing.report ? [...needed, customersOf(ground)] : own)
    // Before its row is written in the ledger: what was broken off is taken in again.
    if (writing.report) await takeBounce(ground, bounceOf(writing, writing.report))
    return isPlaced ? 'imported' : 'duplicate'
  })
}

/** To whom it came: an address with a plus is told by what the server adds, too. */
function bounceOf({ letter }: Writing, { messageId, refused }: Report): Bounce {
  const headers = letter.body.headers.match(/^(?:delivered-to|x-original-to|envelope-to):.*$/gim) ?? []
  return { messageId, refused, to: [...letter.to.map(({ address }) => address), ...headers.map(addressIn)] }
}

function addressIn(header: string): string {
  return header.slice(header.indexOf(':') + 1).replace(/[<>\s]/g, '')
}

/** That of the record, and that of the twin which all may read. */
function documentsOf({ replica }: TakeGround, { id, account }: Writing): readonly string[] {
  const common = documentOf(replica.pass.company, letters.family, sharedId(id))
  return account.owner === null ? [common] : [documentOf(replica.pass.company, ownLetters.family, id), common]
}

function customersOf({ replica }: TakeGround): string {
  return `${replica.pass.company}/${customers.family}/${COMMON}`
}

async function draftOf(ground: TakeGround, { letter, listed, raw, account }: Writing) {
  const direction = isOwn(ground, account, letter.from?.address) ? 'out' : 'in'
  const kept = await keepBytes(ground.replica.pass, letter, raw)
  const message = direction === 'out' ? messageOf(letter.messageId) : null
  return recordOf({ letter, listed, direction, kept, message })
}

/** Whether an address is that of the account, or of another of its own: of the company's accounts all are, of a person's his. */
function isOwn({ replica }: TakeGround, account: ToTake['account'], address: string | undefined): boolean {
  if (!address) return false
  if (address === account.address.trim().toLowerCase()) return true
  const all = [...replica.rows(mailAccounts)].filter(
    ({ gone, owner }) => !gone && (account.owner === null || owner === account.owner),
  )
  return all.some((one) => one.address?.trim().toLowerCase() === address)
}

function look<T>({ replica }: TakeGround, read: (tx: Transaction) => T): T {
  let found: { readonly value: T } | undefined
  replica.write((tx) => {
    found = { value: read(tx) }
  })
  // Set above: what threw has left already.
  return (found as { readonly value: T }).value
}
