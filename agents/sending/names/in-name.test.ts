import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMPANY, company, people } from '../../../shared/company/collections.ts'
import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import type { Mail } from '../../../shared/messages/sending.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { openMail } from '../letters/smtp.ts'
import { LETTER } from '../testing/letter.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { authority, refusal, startMail } from '../testing/smtp.ts'
import { OWN_TRIES } from './in-name.ts'
import { OwnLines } from './own-lines.ts'

/** Accounts of the mail server, by name; a password that changes is not the one that is kept. */
const PASSWORDS = new Map([
  ['anna@salon.ru', 'пароль Анны'],
  ['shop@salon.ru', 'пароль салона'],
])
const onAuth: SMTPServerOptions['onAuth'] = ({ username = '', password }, _session, callback) =>
  PASSWORDS.get(username) === password
    ? callback(null, { user: username })
    : callback(refusal(535, '5.7.8 Authentication failed'))

let room: SendingRoom
let server: Awaited<ReturnType<typeof startMail>>
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  room = await openRoom()
  server = await startMail({ onAuth, allowInsecureAuth: true, authOptional: false })
  ends.push(server.stop)
  await room.server.author.write((tx) => {
    tx.create(people, 'anna', { name: 'Анна', email: 'anna@home.ru', user: 'user-anna' })
    tx.create(people, 'boris', { name: 'Борис', email: 'boris@home.ru' })
  })
})
afterEach(async () => {
  await room.close()
  for (const end of ends.splice(0)) await end()
})

const account = (user: string, change: Partial<Mail<string>> = {}): Mail<string> => ({
  host: '127.0.0.1',
  port: server.port,
  tls: 'none',
  user,
  password: PASSWORDS.get(user) ?? '',
  fromName: '',
  fromAddress: user,
  ...change,
})
const annas = (change: Partial<HeldMail> = {}): HeldMail => ({
  ...account('anna@salon.ru'),
  account: 'annas',
  oauth: '',
  way: null,
  signature: 'С уважением,\nАнна',
  changed: 1,
  refused: null,
  ...change,
})
const use = (own: HeldMail | null) =>
  room.use({ mail: account('shop@salon.ru', { fromName: 'Салон' }), own: own ? { 'user-anna': own } : {} })
/** Gives the order to somebody; the server has it when this resolves. */
async function giveTo(responsible: string | null): Promise<void> {
  room.device.run('setRecord', { collection: 'orders', id: room.order, values: { responsible } })
  await room.saved()
}
const write = (change: object) => room.write({ order: room.order, ...change })
const whyIn = (id: string) => readWhy(room.message(id)?.why ?? null)
const sent = (id: string) => expect.poll(() => room.message(id)?.state).toBe('sent')
const header = (raw: string | undefined, name: string) =>
  new RegExp(`^${name}: (.*)\\r$`, 'm').exec(raw ?? '')?.[1] ?? null

/** What the parts of a letter say whose words are encoded. */
const wordsIn = (raw = '') =>
  [...raw.matchAll(/\r\n\r\n([A-Za-z0-9+/=\r\n]{12,}?)\r\n--/g)]
    .map(([, part = '']) => Buffer.from(part, 'base64').toString())
    .join('\n')

test('SN17: a rule’s letter goes by the account of whoever answers for the order when it goes, with the signature', async () => {
  use(annas())
  await giveTo('boris')
  await room.startSender()
  const id = write({ sender: 'responsible', due: Date.now() + 700 })
  await giveTo('anna')
  await sent(id)
  const [taken] = server.taken
  expect(taken).toMatchObject({ user: 'anna@salon.ru', from: 'anna@salon.ru' })
  expect([header(taken?.raw, 'From'), header(taken?.raw, 'Reply-To')]).toEqual([
    '=?UTF-8?B?0JDQvdC90LA=?= <anna@salon.ru>',
    null,
  ])
  expect(wordsIn(taken?.raw)).toMatch(/Готов\s+С уважением,\s+Анна/)
  expect([header(taken?.raw, 'Message-ID'), room.message(id)?.from]).toEqual([
    `<${id}@salon.ru>`,
    'Анна <anna@salon.ru>',
  ])
  expect(whyIn(id)?.params.besides).toBeUndefined()
})

test('SN17: what a rule leaves open is as the company says; what somebody writes goes as he chose', async () => {
  use(annas())
  await giveTo('anna')
  await room.startSender()
  const first = write({})
  await sent(first)
  await room.server.author.write((tx) => tx.create(company, COMPANY, { name: 'Салон', letterSender: 'responsible' }))
  await sent(write({}))
  await sent(write({ sender: 'company' }))
  await sent(write({ author: 'anna' }))
  await sent(write({ author: 'anna', sender: 'author', order: null }))
  expect(server.taken.map(({ user }) => user)).toEqual(
    ['shop', 'anna', 'shop', 'shop', 'anna'].map((name) => `${name}@salon.ru`),
  )
})

test('SN18: who has set up no account writes by the company’s, and has the answers; the message says so', async () => {
  use(null)
  await room.startSender()
  await giveTo('boris')
  const [boris, anna] = [write({ sender: 'responsible' }), write({ sender: 'author', author: 'anna' })]
  await sent(boris)
  await sent(anna)
  const replies = server.taken.map(({ user, raw }) => [user, header(raw, 'Reply-To')])
  expect(replies).toEqual(
    expect.arrayContaining([
      ['shop@salon.ru', 'boris@home.ru'],
      ['shop@salon.ru', 'anna@home.ru'],
    ]),
  )
  expect(whyIn(boris)).toMatchObject({ code: 'accepted', params: { besides: 'noOwnMail', who: 'Борис' } })
  await giveTo(null)
  const nobody = write({ sender: 'responsible' })
  await sent(nobody)
  expect(whyIn(nobody)?.params.besides).toBe('nobodyOwns')
})

test('SN18, SN19: a password that is refused is told, and not tried again; the letter goes by the company’s account', async () => {
  let asked = 0
  const counted: SMTPServerOptions['onAuth'] = (auth, session, callback) => {
    if (auth.username === 'anna@salon.ru') asked++
    return onAuth?.(auth, session, callback)
  }
  const counting = await startMail({ onAuth: counted, allowInsecureAuth: true, authOptional: false })
  ends.push(counting.stop)
  use(annas({ password: 'старый', port: counting.port }))
  await room.startSender()
  for (const _ of ['first', 'second']) {
    const id = write({ sender: 'author', author: 'anna' })
    await sent(id)
    expect(whyIn(id)).toMatchObject({
      code: 'accepted',
      params: { besides: 'ownRefused', who: 'Анна', ownAnswer: expect.stringContaining('535') },
    })
    expect(room.message(id)).toMatchObject({ from: 'Салон <shop@salon.ru>', outer: `${id}@salon.ru` })
  }
  expect(asked).toBe(1)
  expect(room.standings[0]).toEqual({
    ...{ account: 'annas', changed: 1, side: 'send', state: 'refused', trouble: expect.stringContaining('535') },
  })
  expect(server.taken.map(({ raw }) => header(raw, 'Reply-To'))).toEqual(['anna@salon.ru', 'anna@salon.ru'])
})

test('SN18: where the server does not send from the person’s address, the letter goes by the company’s', async () => {
  const strict = await startMail({
    ...{ onAuth, allowInsecureAuth: true, authOptional: false },
    onMailFrom: (_address, _session, callback) => callback(refusal(553, '5.7.1 Sender address rejected')),
  })
  ends.push(strict.stop)
  use(annas({ port: strict.port }))
  await room.startSender()
  const id = write({ sender: 'author', author: 'anna' })
  await sent(id)
  expect(whyIn(id)?.params).toMatchObject({ besides: 'ownDeclined', ownAnswer: expect.stringContaining('553') })
  expect([server.taken[0]?.user, room.standings]).toEqual(['shop@salon.ru', []])
})

test('SN18: a server that is away is waited for, without keeping others; at last the letter goes by the company’s', async () => {
  const away = await startMail()
  await away.stop()
  use(annas({ port: away.port }))
  await room.startSender()
  const id = write({ sender: 'author', author: 'anna' })
  await expect.poll(() => whyIn(id)?.params.besides).toBe('ownWaits')
  expect(room.message(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  await sent(write({}))
  room.device.run('settleMessage', {
    ...{ id, asked: 0, state: 'waiting', why: null, due: Date.now(), attempts: OWN_TRIES - 1 },
  })
  await sent(id)
  expect(whyIn(id)).toMatchObject({ code: 'accepted', params: { besides: 'ownAway', who: 'Анна' } })
  expect(room.standings).toEqual([])
})

test('SN19: an account that had been refused and is taken again is told, too', async () => {
  use(annas({ refused: '535' }))
  await room.startSender()
  await sent(write({ sender: 'author', author: 'anna' }))
  expect(room.standings).toEqual([{ account: 'annas', changed: 1, side: 'send', state: 'connected', trouble: '' }])
})

test('SN2, SN17: the line of an own account is as secret as it says; changed, it is opened anew', async () => {
  const lines = new OwnLines((mail) => openMail(mail, undefined, authority.certificate))
  ends.push(async () => lines.close())
  const tls = annas({ tls: 'starttls' })
  lines.take({ anna: tls })
  expect(await lines.of('anna')?.send(LETTER)).toMatchObject({ is: 'sent' })
  expect(server.taken[0]).toMatchObject({ secure: true, user: 'anna@salon.ru' })
  const line = lines.of('anna')
  lines.take({ anna: tls })
  expect(lines.of('anna')).toBe(line)
  lines.take({ anna: { ...tls, changed: 2, password: 'другой' } })
  expect(await lines.of('anna')?.send(LETTER)).toMatchObject({ is: 'later', why: { code: 'signInRefused' } })
  lines.take({})
  expect([lines.of('anna'), lines.of(null)]).toEqual([null, null])
})
