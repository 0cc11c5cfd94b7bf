import { COLLECTIONS, type CollectionName } from '../../../../../shared/collections.ts'
import { columnsOf } from '../../../../../shared/columns/columns.ts'
import { ownCircle } from '../../../../../shared/documents/documents.ts'
import { COMMON } from '../../../../../shared/documents/families.ts'
import type { letters, MailAccount } from '../../../../../shared/letters/collections.ts'
import { letterCollection } from '../../../../../shared/letters/whose.ts'
import { Shop } from '../../../../../shared/orders/testing/shop.ts'
import type { Collection, Draft, Row } from '../../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../../shared/records/keys/id.ts'
import { START } from '../../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../../directory.ts'
import { Mail } from '../mail.ts'

/** Whose device it is. */
export const USER = 'user-A'
export const OFFICE = 'office'
export const OWN = 'own'
const MINUTE = 60_000

/** The id of a letter, in the common circle or in that of who looks. */
export function letterId(name: string, isOwn = false, minute = 0): string {
  return derivedId(isOwn ? ownCircle(USER) : COMMON, START + minute * MINUTE, 'letter', name)
}

type LetterDraft = Omit<Draft<typeof letters>, 'places'> & {
  /** As `account/folder`, with `+` for what was read and `*` for what is starred behind it. */
  readonly in?: readonly string[]
}

/** A device with two boxes, whose letters reach the directory and what is kept of them. */
export class Post {
  readonly shop = new Shop('server')
  readonly directory = new Directory('person-A', () => START)
  found: ReadonlySet<string> = new Set()
  readonly mail = new Mail(this.directory, { every: () => this.found }, USER, () => {})

  constructor() {
    this.account(OFFICE, { name: 'Отдел продаж', address: 'sale@shop.test', trashFolder: 'Trash' })
    this.account(OWN, { name: 'Личная', address: 'me@shop.test', owner: USER })
    this.account('others', { name: 'Чужая', address: 'other@shop.test', owner: 'user-B' })
  }

  account(id: string, values: Draft<typeof COLLECTIONS.mailAccounts>): MailAccount {
    this.shop.run((tx) => tx.create(COLLECTIONS.mailAccounts, id, values))
    this.take('mailAccounts', id)
    return this.shop.row(COLLECTIONS.mailAccounts, id)
  }

  /** A letter comes in. */
  come(id: string, { in: stands = [], ...values }: LetterDraft = {}): string {
    this.make(id, { in: stands, ...values })
    this.take(letterCollection(id), id)
    return id
  }

  /** The same, without being told of. */
  make(id: string, { in: stands = [], ...values }: LetterDraft = {}): Row<typeof letters> {
    const places = Object.fromEntries(stands.map((text, i) => [`p${i}`, placeOf(text)]))
    const collection = COLLECTIONS[letterCollection(id)]
    this.shop.run((tx) => tx.create(collection, id, { direction: 'in', ...values, places }))
    return this.shop.row(collection, id) as Row<typeof letters>
  }

  /** A message is written, or something becomes of it. */
  send(id: string, values: Draft<typeof COLLECTIONS.messages>): string {
    this.shop.run((tx) =>
      tx.find(COLLECTIONS.messages, id)
        ? tx.set(COLLECTIONS.messages, id, values)
        : tx.create(COLLECTIONS.messages, id, { way: 'letter', ...values }),
    )
    this.take('messages', id)
    return id
  }

  /** A letter is written to. */
  write(id: string, values: { readonly [path: string]: string | number | boolean | null | string[] }): void {
    const name = letterCollection(id)
    this.shop.run((tx) => {
      for (const [path, value] of Object.entries(values)) tx.write(COLLECTIONS[name], id, path, value)
    })
    this.take(name, id)
  }

  take(name: CollectionName, id: string): void {
    const collection: Collection = COLLECTIONS[name]
    const change = { collection, id, before: null, after: this.shop.row(collection, id), origin: null }
    this.directory.take([change])
    this.mail.take([change])
    this.mail.flush()
  }

  /** Letters stand from columns. */
  stand(rows: readonly Row<typeof letters>[]): void {
    const collection: Collection = COLLECTIONS.letters
    this.directory.stand(
      columnsOf([collection], () => rows as unknown as Row<Collection>[]),
      true,
    )
    this.mail.stand(
      'letters',
      rows.map(({ id }) => id),
    )
  }
}

function placeOf(text: string) {
  const [, account = '', folder = '', marks = ''] = /^([^/]+)\/([^+*]+)([+*]*)$/.exec(text) ?? []
  return { account, folder, seen: marks.includes('+'), flagged: marks.includes('*'), place: 'a0' }
}
