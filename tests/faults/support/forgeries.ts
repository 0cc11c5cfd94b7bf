import * as Y from 'yjs'
import type { FailureCode } from '../../../shared/errors.ts'
import { formatWrite } from '../../../shared/records/declarations/value.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { handMade } from '../../../sync-server/sync/testing/bad-updates.ts'
import type { Replica } from '../../../sync-server/sync/testing/replica.ts'

/** An order of somebody else, with the replica that made it and the Yjs client that it wrote as. */
export interface Victim {
  readonly id: string
  readonly replica: string
  readonly client: number
}

/** An update by which a device would be another, and why it is refused. `by` has the document as it is stored. */
interface Forgery {
  readonly code: FailureCode
  forge(by: Replica, victim: Victim): Uint8Array
}

const stampOf = (replica: string) => new Clock(replica, Date.now).tick()

export const FORGERIES: readonly Forgery[] = [
  { code: 'update-foreign-replica', forge: asTheOther },
  { code: 'update-foreign-replica', forge: asItsYjsClient },
  { code: 'update-odd-key', forge: withItsStamp },
  { code: 'update-odd-key', forge: inAnotherDocument },
  { code: 'update-rewrites', forge: overItsMove },
  { code: 'update-server-field', forge: asTheServer },
  { code: 'update-deletes', forge: deleting },
]

function asTheOther(by: Replica, { id, replica }: Victim): Uint8Array {
  by.put('orders', formatKey(id, 'note', replica), formatWrite(stampOf(replica), [], 'forged'))
  return by.send()
}

function asItsYjsClient(by: Replica, { id, client }: Victim): Uint8Array {
  const clock = Y.getState(by.doc.store, client)
  const content = new Y.ContentAny([formatWrite(stampOf(by.name), [], 'forged')])
  return handMade({ client, clock, parent: 'orders', key: formatKey(id, 'note', by.name), content })
}

function withItsStamp(by: Replica, { id, replica }: Victim): Uint8Array {
  by.put('orders', formatKey(id, 'note', by.name), formatWrite(stampOf(replica), [], 'forged'))
  return by.send()
}

function inAnotherDocument(by: Replica): Uint8Array {
  by.create('customers', newId('common', Date.now()), { name: 'forged' })
  return by.send()
}

function overItsMove(by: Replica, { id }: Victim): Uint8Array {
  const move = movesIn(by.doc, id)[0] ?? ''
  by.write('orders', id, `moves/${move}`, { state: 'paid' })
  return by.send()
}

function asTheServer(by: Replica, { id }: Victim): Uint8Array {
  by.write('orders', id, 'number', 'ЗК-9999')
  return by.send()
}

function deleting(by: Replica, { id, replica }: Victim): Uint8Array {
  by.write('orders', id, 'note', 'mine')
  by.doc.getMap('orders').delete(formatKey(id, '', replica))
  return by.send()
}

/** The moves that an order was created with, by id. */
function movesIn(doc: Y.Doc, id: string): string[] {
  const texts = [...doc.getMap<string>('orders').entries()].filter(([key]) => key.startsWith(`${id}#`))
  return texts.flatMap(([, text]) => Object.keys(JSON.parse(text.slice(text.indexOf('{'))).moves ?? {}))
}

/** What a stranger knows of. */
interface Known {
  readonly company: string
  /** A document that everybody may open. */
  readonly document: string
  /** His own replica, and another's. */
  readonly own: string
  readonly other: string
}

/** How somebody asks to be let in where he may not be, and what he is told. `user` where it is not mira. */
interface Door {
  readonly code: FailureCode
  asks(known: Known): { readonly document: string; readonly token: string; readonly user?: string }
}

export const DOORS: readonly Door[] = [
  { code: 'role-forbids', asks: ({ company, own }) => ({ document: `${company}/users/max`, token: `replica:${own}` }) },
  { code: 'document-unknown', asks: ({ own }) => ({ document: 'OTHER/customers/common', token: `replica:${own}` }) },
  {
    code: 'document-unknown',
    asks: ({ company, own }) => ({ document: `${company}/nowhere`, token: `replica:${own}` }),
  },
  { code: 'replica-unknown', asks: ({ document, other }) => ({ document, token: `replica:${other}` }) },
  { code: 'replica-unknown', asks: ({ document }) => ({ document, token: 'replica:server' }) },
  { code: 'replica-unknown', asks: ({ document }) => ({ document, token: 'replica:ZZZZZ' }) },
  { code: 'sign-in-needed', asks: ({ document, own }) => ({ document, token: `replica:${own}`, user: 'nobody' }) },
  { code: 'sign-in-needed', asks: ({ document, own }) => ({ document, token: `service:guessed:cli:${own}` }) },
  { code: 'sign-in-needed', asks: ({ document }) => ({ document, token: '' }) },
]
