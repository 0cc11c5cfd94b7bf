import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { FILE_LIMIT } from '../../../sync-server/http/testing/server.ts'
import { type Dovecot, startDovecot } from '../../sending/testing/dovecot.ts'
import type { Box, BoxFolder, OpenFolder } from '../box.ts'
import { openBox } from '../open-box.ts'
import { comesInStep } from '../testing/in-step.ts'
import { accountAt, FAST, idOf, type MailRoom, openMailRoom } from '../testing/mail-room.ts'
import { letterOf, putLetters } from '../testing/maildir.ts'
import { startYesServer } from '../testing/yes-server.ts'

let dovecot: Dovecot
let room: MailRoom
let user: string
let users = 0
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())
beforeEach(async () => {
  user = `odd${++users}`
  room = await openMailRoom(FILE_LIMIT)
})
afterEach(() => room.close())

const boxed = () => ({ room, dovecot, user, account: 'sales' })

/** Opens boxes whose folders do some of what they are asked in another way. */
function odd(change: (folder: OpenFolder) => Partial<OpenFolder>, more: readonly BoxFolder[] = []): (box: Box) => Box {
  const oddly = (folder: OpenFolder) => {
    const other = change(folder)
    return new Proxy(folder, {
      get(target, name) {
        const value: unknown = Reflect.get(name in other ? other : target, name)
        return typeof value === 'function' ? value.bind(name in other ? other : target) : value
      },
    })
  }
  return (box) => ({
    folders: async () => [...more, ...(await box.folders())],
    state: (path) => box.state(path),
    within: (path, work, since) => box.within(path, (folder) => work(oddly(folder)), since),
    append: (path, raw) => box.append(path, raw),
    close: () => box.close(),
  })
}

/** Begins an agent whose mail server is odd. */
async function startWith(change: (folder: OpenFolder) => Partial<OpenFolder>): Promise<void> {
  const open = openBox
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start(FAST, async (account) => odd(change)(await open(account)))
}

test('MB4: letters that a server leaves out of its answers are asked for singly', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({}), letterOf({})])
  let left = 0
  await startWith((folder) => ({
    // Of several the first is left out.
    list: async (uids) => {
      const listed = await folder.list(uids)
      if (uids.length > 1) left++
      return uids.length > 1 ? listed.slice(1) : listed
    },
    async *letters(uids) {
      for await (const one of folder.letters(uids)) if (one.uid !== uids[1]) yield one
    },
  }))
  const rows = await comesInStep(boxed(), 4)
  expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(Array(4).fill(['imported', 0]))
  expect(left).toBeGreaterThan(0)
})

test('MB4: while the letters of one slice are taken in the next is asked for: none is left out, and rows come in order', async () => {
  await putLetters(
    dovecot,
    user,
    Array.from({ length: 330 }, () => letterOf({})),
  )
  const uptos: number[] = []
  await startWith((folder) => ({
    async *letters(uids) {
      uptos.push((await room.ledger.folder(idOf('sales'), 'INBOX')).cursor?.upto ?? 0)
      for await (const one of folder.letters(uids)) if (one.uid % 10 !== 3) yield one
    },
  }))
  const rows = await comesInStep(boxed(), 330)
  expect(rows.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(Array(330).fill('imported 0'))
  expect(uptos.slice(0, 4)).toEqual([0, 0, 100, 200])
})

test('MB7: what a server with QRESYNC says has gone is not looked for among all that is there', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  let looks = 0
  const counted = odd((folder) => ({
    uids: (above = 0) => {
      if (above === 0 && folder.exists > 0) looks++
      return folder.uids(above)
    },
  }))
  await room.start({ ...FAST, flags: 600_000 }, async (account) => counted(await openBox(account)))
  await comesInStep(boxed(), 4)
  looks = 0
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '2:3')
  const rows = await comesInStep(boxed(), 2)
  expect([rows.map(({ uid }) => uid), looks]).toEqual([[1, 4], 0])
})

test('MB4: a letter that a server tells nothing of is failed and tried again, one that it does not give stands as it lists it, and is asked for when somebody does something with it', async () => {
  const odd = letterOf({ id: 'odd@example.com', subject: 'Смета "А"', from: 'olga@example.com' })
  await putLetters(dovecot, user, [letterOf({}), odd, letterOf({}), letterOf({})])
  let isWell = false
  await startWith((folder) => ({
    list: async (uids) => (await folder.list(uids)).filter(({ uid }) => isWell || uid !== 1),
    async *letters(uids) {
      for await (const one of folder.letters(uids)) if (isWell || one.uid !== 2) yield one
    },
    fetch: async (uid, size, most) => (isWell || uid !== 2 ? await folder.fetch(uid, size, most) : null),
  }))
  const states = async () => (await room.rows('sales')).map(({ state }) => state)
  await expect.poll(states).toEqual(['failed', 'failed', 'imported', 'imported'])
  await expect.poll(states).toEqual(['failed', 'raw', 'imported', 'imported'])
  await expect.poll(async () => (await room.rows('sales'))[0]?.attempts).toBeGreaterThan(FAST.tries.length + 2)
  expect((await room.rows('sales')).map(({ why }) => why)).toEqual([
    'the server does not tell of it',
    'the server does not give it',
    '',
    '',
  ])
  const [, listed] = await room.rows('sales')
  const stub = await room.letter(listed?.letter ?? '')
  expect(stub).toMatchObject({
    ...{
      subject: 'Смета "А"',
      fromAddress: 'olga@example.com',
      messageId: 'odd@example.com',
      size: Buffer.byteLength(odd),
    },
    ...{ unparsed: 'the server does not give it', places: [{ folder: 'INBOX' }] },
  })
  await room.act(listed?.letter ?? '', listed?.place ?? '', { seen: true })
  await expect.poll(() => dovecot.count(user, 'SEEN')).toBe(1)
  expect(await states()).toEqual(['failed', 'raw', 'imported', 'imported'])
  isWell = true
  await room.act(listed?.letter ?? '', listed?.place ?? '', { seen: false })
  await expect.poll(async () => (await room.letter(listed?.letter ?? ''))?.gone).toBe(true)
  await comesInStep(boxed(), 4)
  expect(await states()).toEqual(Array(4).fill('imported'))
})

test('MB4: a letter that cannot be taken in, however often it is tried, is kept as far as it can be', async () => {
  const enclosed = [
    'From: <anna@example.com>',
    'Subject: too much',
    'MIME-Version: 1.0',
    'Content-Type: application/octet-stream; name="huge.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    `${'QUJD'.repeat(19)}\r\n`.repeat(Math.floor((FILE_LIMIT * 1.5) / 78)),
  ].join('\r\n')
  await putLetters(dovecot, user, [enclosed, letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const rows = await comesInStep(boxed(), 2)
  expect(rows.map(({ state }) => state)).toEqual(['raw', 'imported'])
  expect(await room.letter(rows[0]?.letter ?? '')).toMatchObject({
    subject: 'too much',
    unparsed: expect.stringContaining('file-too-large'),
    raw: null,
  })
})

test('MB4: without MODSEQ flags are compared from time to time', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await startWith(() => ({ modseq: null, changed: async () => null }) as Partial<OpenFolder>)
  const [first] = await comesInStep(boxed(), 2)
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', 'uid', String(first?.uid))
  const places = async () => (await room.letter(first?.letter ?? ''))?.places
  await expect.poll(places).toMatchObject([{ seen: true }])
})

test('MB4: where our own server was put back to an earlier state amid it all, what it lacks is taken in anew', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const [first] = await comesInStep(boxed(), 3)
  await room.ledger.forget({ account: idOf('sales'), folder: 'INBOX', what: 'folder' })
  await putLetters(dovecot, user, [letterOf({})])
  const rows = await comesInStep(boxed(), 4)
  expect(rows[0]?.letter).toBe(first?.letter)
})

test('MB4: a folder whose path is too long for the ledger is left out, and stops no other', async () => {
  const long = { path: 'д'.repeat(600), use: null, isSelectable: true }
  await putLetters(dovecot, user, [letterOf({})], 'Work')
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start(FAST, async (account) => odd(() => ({}), [long])(await openBox(account)))
  const [row] = await comesInStep(boxed(), 1, 'Work')
  await expect.poll(async () => (await room.standing('sales'))?.leftOut).toContain('д'.repeat(400))
  // Nor can a letter be moved there.
  await room.act(row?.letter ?? '', row?.place ?? '', { folder: long.path })
  await expect
    .poll(async () => (await room.letter(row?.letter ?? ''))?.places.map(({ folder }) => folder))
    .toEqual(['Work'])
})

const LISTED = ['LIST () "/" INBOX']
test.each([
  ['and nothing more', () => ({})],
  ['and lists INBOX', () => ({ LIST: LISTED })],
  [
    'and opens INBOX as it was, with no letters that it names',
    (validity: string) => ({
      LIST: LISTED,
      SELECT: [`OK [UIDVALIDITY ${validity}] as it was`, 'OK [UIDNEXT 4] next', '3 EXISTS'],
      STATUS: [`STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY ${validity})`],
    }),
  ],
])('MB4: a server that says OK to everything %s takes no letter away', async (_what, saying) => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const rows = await comesInStep(boxed(), 3)
  const { cursor } = await room.ledger.folder(idOf('sales'), 'INBOX')
  const yes = await startYesServer(saying(cursor?.validity ?? ''))
  await room.put('sales', accountAt(yes.port, user))
  await expect.poll(() => room.standing('sales')).toMatchObject({ state: 'unreachable' })
  const before = yes.asked()
  await expect.poll(() => yes.asked()).toBeGreaterThan(before + 10)
  await room.put('sales', accountAt(dovecot.imap, user))
  await expect.poll(() => room.standing('sales')).toMatchObject({ state: 'connected' })
  expect(await comesInStep(boxed(), 3)).toEqual(rows)
  await yes.stop()
})
