import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { calls } from '../../../shared/calls/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { comments } from '../../../shared/discussion/collections.ts'
import { events } from '../../../shared/events/collections.ts'
import { files } from '../../../shared/files/collections.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Files } from '../../files/files.ts'
import type { TestSync } from '../../sync/testing/sync-server.ts'
import { Eraser } from '../eraser.ts'

const log = pino({ level: 'silent' })
/** Whatever is the person’s has this in it, in whatever case. */
export const MARK = /zhanna-?metka|Жанна-метка|9165554433/gi

export const filesOf = ({ folder, sync }: TestSync) =>
  new Files({ data: folder, limit: 1024 * 1024, author: sync.author, log })

export const eraserOf = (server: TestSync, change: Partial<ConstructorParameters<typeof Eraser>[0]> = {}) =>
  new Eraser({
    storage: server.storage,
    sync: server.sync,
    files: filesOf(server),
    visits: { forget: () => 0 },
    data: server.folder,
    backups: join(server.folder, 'backups'),
    log,
    ...change,
  })

export type Ids = Awaited<ReturnType<typeof makePerson>>

/** A customer of whom every kind of record says something, with bytes in files; and another one. */
export async function makePerson(server: TestSync) {
  const now = Date.now()
  const fresh = () => newId('common', now)
  const [id, event, letter, order, other, unbound] = [fresh(), fresh(), fresh(), fresh(), fresh(), fresh()]
  const put = (text: string) => filesOf(server).blobs.put(Buffer.from(text))
  const body = await put('{"text":"Письмо: Жанна-метка"}')
  const file = await put('паспорт Жанна-метка')
  const shared = await put('прайс, который есть у всех')
  await server.sync.author.write((tx) => {
    tx.create(customers, id, {
      name: 'Жанна-метка',
      type: 'person',
      phone: '8 916 555-44-33',
      note: 'первая Жанна-метка',
      segment: 'Розница',
      contacts: { k: { name: 'Жанна-метка сама' } },
      emails: { e: { email: 'zhanna-metka@mail.test' } },
    })
    tx.create(customers, other, { name: 'Другой', type: 'person', phone: '+7 916 000-00-00' })
    tx.create(events, event, { kind: 'call', subject: 'Говорит Жанна-метка', customer: id, text: 'Жанна-метка' })
    tx.create(comments, fresh(), { about: `events/${event}`, text: 'она же Жанна-метка' })
    tx.create(files, fresh(), { about: `customers/${id}`, name: 'Жанна-метка.pdf', hash: file, size: 1 })
    tx.create(files, fresh(), { about: `customers/${id}`, name: 'прайс Жанна-метка', hash: shared })
    tx.create(files, fresh(), { about: `customers/${other}`, name: 'прайс', hash: shared })
    tx.create(calls, fresh(), { direction: 'in', number: '+79165554433' })
    tx.create(letters, letter, {
      direction: 'in',
      customer: id,
      subject: 'Жанна-метка',
      fromAddress: 'Zhanna-metka@mail.test',
      body,
    })
    tx.create(letters, unbound, { direction: 'in', subject: 'Жанна-метка', fromAddress: 'zhanna-metka@mail.test' })
    tx.create(messages, fresh(), { way: 'sms', to: '+79165554433', body: 'Жанна-метка', customer: id })
    tx.create(orders, order, { sort: 'customer', date: now, customer: id, note: 'для Жанна-метка', number: 'A-1' })
  })
  await server.sync.author.write((tx) => tx.set(customers, id, { note: 'вторая Жанна-метка' }))
  return { id, event, letter, order, other, unbound, body, file, shared }
}

/** Files of a folder in which the person is, with how often. */
export function traces(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap((one) => {
      const path = join(one.parentPath, one.name)
      const found = readFileSync(path, 'utf8').match(MARK)
      return found ? [`${path.slice(folder.length + 1)}: ${found.length}`] : []
    })
}
