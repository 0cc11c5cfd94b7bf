import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { files } from '../../../shared/files/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { BLOBS, Blobs } from '../../../sync-server/files/blobs.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { startMail } from '../testing/smtp.ts'

let room: SendingRoom
let mail: Awaited<ReturnType<typeof startMail>>
beforeEach(async () => {
  ;[room, mail] = await Promise.all([openRoom(), startMail()])
  use({})
  await room.device.openNamed([room.full('events', newId('common', Date.now()))])
})
afterEach(async () => {
  await room.close()
  await mail.stop()
})

const use = (change: { readonly mostMb?: number }) =>
  room.use({
    mail: {
      ...{ host: '127.0.0.1', port: mail.port, tls: 'none', user: '', password: '' },
      ...{ fromName: 'Салон', fromAddress: 'shop@salon.ru', ...change },
    },
  })
const whyIn = (id: string) => readWhy(room.message(id)?.why ?? null)

/** Its record, as the device makes it; the bytes stay on the device. */
function choose(name: string, bytes: Uint8Array, about: string): string {
  const id = newId('common', Date.now())
  const hash = createHash('sha256').update(bytes).digest('hex')
  room.device.run('addFile', { id, values: { about, name, size: bytes.length, type: 'text/plain', hash } })
  return id
}
const arrive = (bytes: Uint8Array) => new Blobs(join(room.server.folder, BLOBS)).put(bytes)

test('SN20: a letter waits for its files by name, which is no try, and goes with them once they are there', async () => {
  await room.startSender()
  const [about, bytes] = ['messages/m', Buffer.from('смета на кухню')]
  const file = choose('смета.txt', bytes, about)
  const id = room.write({ files: [file] })
  await expect.poll(() => whyIn(id)).toEqual({ code: 'awaitsFile', params: { file: 'смета.txt' } })
  expect(room.message(id)).toMatchObject({ state: 'waiting', attempts: null })
  expect(mail.taken).toEqual([])
  await arrive(bytes)
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  const [{ raw = '' } = {}] = mail.taken
  expect(raw).toContain(bytes.toString('base64'))
  expect(raw).toMatch(
    /filename\*0\*=utf-8''%D1%81%D0%BC%D0%B5%D1%82%D0%B0\.txt|=D1=81=D0=BC=D0=B5=D1=82=D0=B0\.txt|0YHQvNC10YLQsC50eHQ=/,
  )
})

test('SN20: a file that nobody has told of yet is waited for; a removed one fails the letter', async () => {
  await room.startSender()
  const unknown = newId('common', Date.now() - 3_600_000)
  const id = room.write({ files: [unknown] })
  await expect.poll(() => whyIn(id)).toEqual({ code: 'awaitsFile', params: { file: unknown } })
  const removed = choose('старое.txt', Buffer.from('x'), 'messages/m')
  room.device.run('removeRecord', { collection: files.name, id: removed })
  const other = room.write({ files: [removed] })
  await expect.poll(() => room.message(other)?.state).toBe('failed')
  expect(whyIn(other)).toEqual({ code: 'fileGone', params: { file: 'старое.txt' } })
})

test('SN21: what the mail server does not take fails before it goes, with the largest file by name', async () => {
  use({ mostMb: 1 })
  await room.startSender()
  const [small, large] = [Buffer.alloc(300_000, 1), Buffer.alloc(600_000, 2)]
  await Promise.all([arrive(small), arrive(large)])
  const names = [choose('a.txt', small, 'messages/m'), choose('b.txt', large, 'messages/m')]
  const id = room.write({ files: names })
  await expect.poll(() => room.message(id)?.state).toBe('failed')
  expect(whyIn(id)).toEqual({ code: 'letterLarge', params: { size: 2, most: 1, file: 'b.txt' } })
  expect(mail.taken).toEqual([])
  const fitting = room.write({ files: names.slice(0, 1) })
  await expect.poll(() => room.message(fitting)?.state).toBe('sent')
})
