import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { findLetter } from '../../../shared/letters/find-letter.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { findIn } from '../../runtime/find.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { RIGHT, refusal, startMail } from '../testing/smtp.ts'

let room: SendingRoom
let server: Awaited<ReturnType<typeof startMail>>
beforeEach(async () => {
  room = await openRoom()
  server = await startMail({
    allowInsecureAuth: true,
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('nobody@') ? refusal(550, '5.1.1 No such user') : null),
  })
})
afterEach(async () => {
  await room.close()
  await server.stop()
})

const anna = (change: Partial<HeldAccount> = {}): HeldAccount => ({
  id: 'account-1',
  owner: 'user-anna',
  name: 'Анна',
  fromName: 'Анна из салона',
  address: 'anna@salon.ru',
  receive: { way: 'imap', host: '127.0.0.1', port: 1, tls: 'none', user: '' },
  send: { host: '127.0.0.1', port: server.port, tls: 'none', user: RIGHT.user },
  password: RIGHT.password,
  oauth: '',
  folders: [],
  since: null,
  isDefault: true,
  marksSeen: false,
  storesSent: false,
  signature: 'С уважением,\nАнна',
  isOff: false,
  changed: 1,
  ...change,
})

async function answered(): Promise<string> {
  const id = newId('common', Date.now())
  const document = room.full('letters', id)
  await room.device.openNamed([document])
  const places = { p1: { account: 'account-1', folder: 'INBOX', seen: true, place: 'a0' } }
  const said = { direction: 'in', messageId: 'b@example.com', references: ['a@example.com'], places } as const
  room.device.write((tx) => tx.create(letters, id, said))
  await room.device.saved([document])
  return `letters/${id}`
}

test('SN22, SN24, SN25: an answer goes by the account that it names, to all its readers, and says what it answers', async () => {
  room.haveAccounts([anna()])
  await room.startSender()
  const answers = await answered()
  const id = room.write({
    account: 'account-1',
    to: 'ivan@example.com, petr@example.com',
    cc: ['cc@example.com'],
    bcc: ['hidden@example.com'],
    answers,
    quote: 'Иван <ivan@example.com> писал(а):\n\nГотово?\n<b>Жду</b>',
    body: writeBody(bodyOfText('Да')),
  })
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  const [{ from, to, raw } = { from: '', to: [], raw: '' }] = server.taken
  expect([from, [...to].sort()]).toEqual([
    'anna@salon.ru',
    ['cc@example.com', 'hidden@example.com', 'ivan@example.com', 'petr@example.com'],
  ])
  expect(raw).toMatch(/^To: ivan@example.com, petr@example.com\r?$/m)
  expect(raw).toMatch(/^Cc: cc@example.com\r?$/m)
  expect(raw).toMatch(/^In-Reply-To: <b@example.com>\r?$/m)
  expect(raw).toMatch(/^References: <a@example.com>\s+<b@example.com>\r?$/m)
  expect(raw).not.toContain('hidden@')
  const isMarked = () => findLetter(answers, findIn(room.device))?.places.map((one) => one.answered)
  await expect.poll(isMarked).toEqual([true])
  const words = textsIn(raw)
  expect(words).toContain('> Готово?\n> <b>Жду</b>')
  expect(words).toMatch(/&lt;b&gt;=D0=96.*<\/blockquote>/)
  expect(words).toContain('С уважением,')
})

test('SN23: where its server does not keep it, the whole letter is kept, hidden readers too; else nothing is', async () => {
  room.haveAccounts([anna(), anna({ id: 'account-2', storesSent: true })])
  await room.startSender()
  const [one, other] = ['account-1', 'account-2'].map((account) => room.write({ account, bcc: ['hidden@example.com'] }))
  await expect.poll(() => [one, other].map((id) => room.message(id ?? '')?.state)).toEqual(['sent', 'sent'])
  const kept = room.message(one ?? '')
  expect([kept?.account, room.message(other ?? '')?.raw]).toEqual(['account-1', null])
  const whole = await keptUnder(kept?.raw ?? '')
  expect(whole).toMatch(/^Bcc: hidden@example.com\r?$/m)
  expect(whole).toContain(`Message-ID: <${kept?.outer}>`)
})

test('SN22: without its account a letter fails; where the account is refused, it waits and says so', async () => {
  room.haveAccounts([anna({ password: 'wrong' }), anna({ id: 'account-3', isOff: true })])
  await room.startSender()
  const ids = ['account-1', 'account-2', 'account-3'].map((account) => room.write({ account }))
  const said = () => ids.map((id) => [room.message(id)?.state, readWhy(room.message(id)?.why ?? null)?.code])
  await expect.poll(said).toEqual([
    ['waiting', 'signInRefused'],
    ['failed', 'accountGone'],
    ['failed', 'accountGone'],
  ])
  expect(server.taken).toEqual([])
})

test('SN24: a reader that the server does not take is told of, and the others have it', async () => {
  room.haveAccounts([anna()])
  await room.startSender()
  const id = room.write({ account: 'account-1', to: 'nobody@example.com, ivan@example.com' })
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  expect(readWhy(room.message(id)?.why ?? null)).toMatchObject({
    code: 'acceptedInPart',
    params: { readers: 'nobody@example.com' },
  })
  expect(server.taken[0]?.to).toEqual(['ivan@example.com'])
})

function keptUnder(hash: string): Promise<string> {
  return readFile(join(room.server.folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash), 'utf8')
}

/** The words of a letter's parts. */
function textsIn(raw: string): string {
  const parts = raw.split(/\r?\n\r?\n/)
  const decoded = parts.map((part) => Buffer.from(part.replaceAll(/\s/g, ''), 'base64').toString())
  return [raw.replaceAll('=\r\n', '').replaceAll('\r', ''), ...decoded].join('\n')
}
