import { afterEach, expect, test, vi } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { refusedOf } from '../../shared/letters/refused.ts'
import { askForTest, setConsent, settleReaders, turnMailing } from '../../shared/mailings/acts/commands.ts'
import { consentId } from '../../shared/mailings/consent-id.ts'
import { readerId } from '../../shared/mailings/reader-id.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { readWhy } from '../../shared/rules/why.ts'
import { readerOf } from '../../shared/site/reader-links.ts'
import { readLetter } from '../mail/reading/read-letter.ts'
import { DOOR } from '../sending/testing/room.ts'
import { refusal } from '../sending/testing/smtp.ts'
import { type MailingRoom, openMailings } from './testing/room.ts'

let room: MailingRoom
afterEach(() => room.close())

const LONG = { timeout: 10_000 }
const many = (count: number) => Array.from({ length: count }, (_, i) => `reader${i}@client.example`)
const why = (text: string | null | undefined) => readWhy(text ?? null)?.code
const headersOf = (raw: string) => raw.split('\r\n\r\n')[0]?.replace(/\r\n\s+/g, ' ') ?? ''

test('BM12, BM14: each reader gets one letter, by which one click unsubscribes; then it is finished, with its figures', async () => {
  room = await openMailings()
  const to = many(12)
  await room.begin(to, { countsOpened: true, plusAddress: true })
  await room.startMailer()
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: 12, failed: 0, bounced: 0 })
  expect(room.mail.taken.map((one) => one.to[0]).sort()).toEqual([...to].sort())
  for (const { raw, to, from } of room.mail.taken) {
    const headers = headersOf(raw)
    const reader = readerId(room.id, to[0] ?? '')
    const [, link, token = ''] = /^List-Unsubscribe: <(https:\/\/crm\.example\/u\/(.+))>$/m.exec(headers) ?? []
    expect(readerOf(DOOR.links, 'u', token)).toBe(reader)
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    expect(headers).toMatch(/^Precedence: bulk$/m)
    expect(headers).toMatch(new RegExp(`^Message-ID: <${reader}@assol.example>$`, 'm'))
    expect(from).toBe(`news+${reader}@assol.example`)
    const words = await wordsIn(raw)
    expect(words).toContain(link)
    expect(words).toContain('<img src="https://crm.example/o/')
  }
  expect(room.reader(to[0] ?? '')).toMatchObject({ state: 'sent', sent: expect.any(Number), outer: expect.any(String) })
})

test('BM12: who unsubscribed, was removed, or takes no letters is left out in the last moment, and it is said why', async () => {
  room = await openMailings()
  const [out = '', gone = '', other = '', stays = ''] = many(4)
  const ids = await room.begin([out, gone, other, stays])
  room.device.write((tx) => {
    setConsent(tx, {
      id: consentId('letter', out),
      way: 'letter',
      to: out,
      customer: null,
      agrees: false,
      by: 'oneClick',
    })
    tx.remove(customers, ids[1] ?? '')
    tx.set(customers, ids[2] ?? '', { email: 'new@client.example' })
  })
  await room.saved()
  await room.startMailer()
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: 1, leftOut: 3 })
  expect([out, gone, other].map((to) => why(room.reader(to)?.why))).toEqual([
    'consentWithdrawn',
    'customerRemoved',
    'addressChanged',
  ])
  expect(room.mail.taken.map((one) => one.to)).toEqual([[stays]])
})

test('BM12: one that unsubscribes while the mailing runs gets nothing more', async () => {
  const first = Promise.withResolvers<void>()
  const go = Promise.withResolvers<null>()
  room = await openMailings({}, () => {
    first.resolve()
    return go.promise
  })
  const to = many(12)
  await room.begin(to)
  await room.startMailer()
  await first.promise
  const on = room.mail.taken.length
  room.device.write((tx) => {
    for (const one of to)
      setConsent(tx, {
        id: consentId('letter', one),
        way: 'letter',
        to: one,
        customer: null,
        agrees: false,
        by: 'unsubscribePage',
      })
  })
  await room.saved()
  go.resolve(null)
  await expect.poll(() => room.mailing().state, LONG).toBe('finished')
  // Only those that were on their way already.
  expect(room.mail.taken.length - on).toBeLessThanOrEqual(4)
  await expect.poll(() => room.mailing().leftOut).toBeGreaterThanOrEqual(8)
})

test('BM15: refused addresses, full boxes and passing faults are told apart; a hard one marks the customer’s address', async () => {
  const says: Record<string, Error> = {
    'hard@client.example': refusal(550, '5.1.1 User unknown'),
    'full@client.example': refusal(552, '5.2.2 Mailbox full'),
    'policy@client.example': refusal(554, '5.7.1 Not today'),
    'later@client.example': refusal(451, '4.7.1 Greylisted'),
  }
  room = await openMailings({ onRcptTo: ({ address }, _session, callback) => callback(says[address] ?? null) })
  const [hard = ''] = await room.begin([...Object.keys(says), 'good@client.example'])
  await room.startMailer()
  await expect
    .poll(() => room.stands(), LONG)
    .toEqual({
      'hard@client.example': 'hardBounced',
      'full@client.example': 'softBounced',
      'policy@client.example': 'failed',
      'later@client.example': 'waiting',
      'good@client.example': 'sent',
    })
  await expect.poll(() => room.reader('later@client.example')).toMatchObject({ attempts: 1, state: 'waiting' })
  expect(why(room.reader('full@client.example')?.why)).toBe('boxFull')
  expect(room.reader('hard@client.example')?.said).toContain('5.1.1')
  const { email = null, emailRefused = null } = room.find(customers, hard) ?? {}
  expect(refusedOf(email, emailRefused)).toContain('5.1.1')
  expect(room.mailing().state).toBe('running')
})

test('BM16: a server that takes us for spam pauses the mailing with what it said, and nobody is lost', async () => {
  room = await openMailings({}, () => refusal(554, '5.7.1 Rejected as spam'))
  await room.begin(many(9))
  await room.startMailer()
  await expect.poll(() => room.mailing().state, LONG).toBe('paused')
  expect(readWhy(room.mailing().why)).toMatchObject({
    code: 'takenForSpam',
    params: { answer: expect.stringContaining('spam') },
  })
  expect(new Set(Object.values(room.stands()))).toEqual(new Set(['waiting']))
})

test('BM16: without a door that others know, without its template or account it is paused and says so', async () => {
  room = await openMailings()
  room.openDoor(false)
  await room.begin(many(1))
  await room.startMailer()
  const stands = async (code: string) => {
    await expect.poll(() => [room.mailing().state, why(room.mailing().why)], LONG).toEqual(['paused', code])
  }
  await stands('noDoor')
  room.openDoor(true)
  room.set({ account: 'nobody', state: 'running', why: null })
  await stands('accountGone')
  room.set({ account: null, template: null, state: 'running', why: null })
  await stands('templateMissing')
  expect(room.mail.taken).toEqual([])
})

test('BM12: paused by hand nothing more goes, until it goes on; stopped for good, nothing does', async () => {
  room = await openMailings({}, async () => {
    // Long enough that the pause is heard amid the mailing.
    room.device.write((tx) => turnMailing(tx, { id: room.id, to: 'paused' }))
    await room.saved()
    return null
  })
  await room.begin(many(20))
  await room.startMailer()
  await expect.poll(() => room.mailing().state, LONG).toBe('paused')
  await expect.poll(() => room.mailing().sent === room.mail.taken.length, LONG).toBe(true)
  const went = room.mail.taken.length
  expect(went).toBeGreaterThan(0)
  expect(went).toBeLessThan(20)
  room.device.write((tx) => turnMailing(tx, { id: room.id, to: 'stopped' }))
  expect(room.mailing().finished).not.toBeNull()
  room.device.write((tx) => turnMailing(tx, { id: room.id, to: 'running' }))
  expect(room.mailing().state).toBe('stopped')
})

test('BM13: where the line breaks behind a letter nobody knows; it is not sent again until somebody asks', async () => {
  let isCut = false
  room = await openMailings({}, () => {
    if (isCut) return null
    isCut = true
    room.mail.cut()
    return null
  })
  const [to = ''] = many(1)
  await room.begin([to])
  await room.startMailer()
  await expect.poll(() => room.reader(to)?.state, LONG).toBe('doubtful')
  await expect.poll(() => room.mailing().state, LONG).toBe('finished')
  expect(room.mail.taken).toHaveLength(1)
  room.device.write((tx) => settleReaders(tx, { id: room.id, readers: [readerId(room.id, to)], as: 'again' }))
  await expect.poll(() => room.reader(to)?.state, LONG).toBe('sent')
  expect(room.mail.taken).toHaveLength(2)
  expect(headersOf(room.mail.taken[1]?.raw ?? '')).toContain(`<${readerId(room.id, to)}.1@assol.example>`)
})

test('BM13: two agents send each letter once; what one has settled and not written the other writes', async () => {
  room = await openMailings()
  const to = many(30)
  await room.begin(to)
  await Promise.all([room.startMailer(), room.startMailer()])
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: 30 })
  expect(room.mail.taken.map((one) => one.to[0]).sort()).toEqual([...to].sort())
})

test('BM10: it goes at its pace', async () => {
  room = await openMailings()
  await room.begin(many(3), { perHour: 1 })
  await room.startMailer()
  await expect.poll(() => room.mailing().sent, LONG).toBe(1)
  expect(room.mail.taken).toHaveLength(1)
  room.set({ perHour: null })
  await expect.poll(() => room.mailing().state, LONG).toBe('finished')
  expect(room.mail.taken).toHaveLength(3)
})

test('BM17: a letter to oneself is as a reader would get it, goes once, and touches nobody', async () => {
  room = await openMailings()
  const [customer = ''] = await room.begin(many(1), { state: 'paused' })
  room.device.write((tx) => {
    turnMailing(tx, { id: room.id, to: 'paused' })
    askForTest(tx, { id: room.id, to: 'boss@assol.example', customer })
  })
  await room.startMailer()
  await expect.poll(() => room.mailing().testSent, LONG).toBeGreaterThan(0)
  expect(room.mail.taken.map((one) => one.to)).toEqual([['boss@assol.example']])
  expect(await wordsIn(room.mail.taken[0]?.raw)).toContain('Покупатель reader0@client.example')
  expect(room.stands()).toEqual({ 'reader0@client.example': 'waiting' })
  room.openDoor(false)
  room.device.write((tx) => askForTest(tx, { id: room.id, to: 'boss@assol.example', customer }))
  await expect.poll(() => why(room.mailing().testWhy), LONG).toBe('noDoor')
})

test('BM17: of a customer whom the server has and the agent has not yet heard of, it has the name', async () => {
  room = await openMailings()
  await room.begin([])
  const { replica } = await room.startMailer()
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: 0 })
  const customer = newId('common', Date.now())
  const hear = replica.saved.bind(replica)
  // The agent has heard of the asking alone.
  vi.spyOn(replica, 'saved').mockImplementation(async (documents) => {
    room.device.write((tx) => tx.create(customers, customer, { name: 'Вера', email: 'vera@client.example' }))
    await room.saved()
    await hear(documents)
  })
  room.device.write((tx) => askForTest(tx, { id: room.id, to: 'boss@assol.example', customer }))
  await expect.poll(() => room.mail.taken.length, LONG).toBe(1)
  expect(await wordsIn(room.mail.taken[0]?.raw)).toContain('Новинки для Вера')
})

/** A letter's text and HTML. */
async function wordsIn(raw = ''): Promise<string> {
  const { body } = await readLetter(Buffer.from(raw))
  return `${body.text}\n${body.html}`
}
