import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { COLLECTIONS } from '../../../../shared/collections.ts'
import { COMMON } from '../../../../shared/documents/families.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import { threadsOf } from '../../../../shared/letters/threads/threads.ts'
import { letterCollection } from '../../../../shared/letters/whose.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { entryOf } from './entry.ts'
import { Mail } from './mail.ts'
import type { MailThreadsQuery, MailWhere } from './query.ts'
import { letterId, OFFICE, OWN, Post, USER } from './testing/post.ts'
import { Threads } from './threads.ts'

const ask = (where: MailWhere, more: Partial<MailThreadsQuery> = {}): MailThreadsQuery => ({
  ...{ what: 'mailThreads', where, onlyUnread: false, search: '', from: 0, to: 1000 },
  ...more,
})
const OURS = ['sale@shop.test', 'me@shop.test', 'other@shop.test']
const PLACES: readonly MailWhere[] = [
  ...(['inbox', 'all', 'starred', 'unbound', 'unparsed'] as const).map((one) => ({ in: one })),
  { in: 'folder', account: OFFICE, folder: 'INBOX' },
  { in: 'folder', account: OFFICE, folder: 'Trash' },
  { in: 'account', account: OWN },
  { in: 'order', order: 'common-order' },
]

test('MV1: a personal letter with a twin that all read stands once, and is there again without it', () => {
  const post = new Post()
  const own = post.come(letterId('one', true), { in: ['own/INBOX'], subject: 'Личное' })
  expect(post.mail.boxes().unread).toBe(1)
  const shared = post.come(letterId('one'), { in: ['own/INBOX+'], subject: 'Общее' })
  expect(post.mail.boxes().unread).toBe(0)
  const listed = () =>
    post.mail
      .threads(ask({ in: 'all' }))
      .answer()
      .rows.map(({ id }) => id)
  expect(listed()).toEqual([shared])
  const read = post.mail.thread({ what: 'mailThread', letter: own }).answer()
  expect(read.letters.map(({ id }) => id)).toEqual([shared])
  post.write(shared, { gone: true })
  expect(listed()).toEqual([own])
})

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const stand = fc.constantFrom(
  'office/INBOX',
  'office/INBOX+',
  'office/Trash+',
  'own/INBOX*',
  'own/Важное',
  'others/INBOX',
)
const deed = fc.oneof(
  fc.record({
    what: fc.constant('come' as const),
    name,
    isOwn: fc.boolean(),
    minute: fc.integer({ min: 0, max: 9 }),
    references: fc.uniqueArray(name, { maxLength: 2 }),
    in: fc.uniqueArray(stand, { maxLength: 2 }),
    customer: fc.constantFrom('common-customer', null),
    order: fc.constantFrom('common-order', null),
    automatic: fc.constantFrom('bulk' as const, null),
    unparsed: fc.constantFrom('broken', null),
    subject: fc.constantFrom('Смета', 'Re: Смета', null),
    fromAddress: fc.constantFrom('ivan@client.test', 'olga@client.test', 'sale@shop.test'),
  }),
  fc.record({ what: fc.constant('mark' as const), at: fc.nat(9), seen: fc.boolean() }),
  fc.record({ what: fc.constant('gone' as const), at: fc.nat(9), gone: fc.boolean() }),
  fc.record({ what: fc.constant('bind' as const), at: fc.nat(9), customer: fc.constantFrom('common-customer', null) }),
  fc.record({ what: fc.constant('refer' as const), at: fc.nat(9), references: fc.uniqueArray(name, { maxLength: 2 }) }),
)

function act(post: Post, ids: string[], one: typeof deed extends fc.Arbitrary<infer T> ? T : never): void {
  if (one.what === 'come') {
    const { what: _, name: key, isOwn, minute, ...values } = one
    const id = letterId(key, isOwn)
    if (!ids.includes(id)) ids.push(id)
    post.come(id, { ...values, messageId: key, received: START + minute })
    return
  }
  const id = ids[one.at % Math.max(1, ids.length)]
  if (id === undefined) return
  const { places } = post.shop.row(COLLECTIONS[letterCollection(id)], id)
  if (one.what === 'gone') post.write(id, { gone: one.gone })
  else if (one.what === 'bind') post.write(id, { customer: one.customer })
  else if (one.what === 'refer') post.write(id, { references: one.references })
  else for (const { id: entry } of places) post.write(id, { [`places/${entry}/seen`]: one.seen })
}

/** Everything that a device with these letters says of them, kept while they came or made from the start. */
function said({ mail }: Post, lists = PLACES.map((where) => mail.threads(ask(where)))) {
  return { boxes: mail.boxes(), lists: lists.map((list) => list.answer()) }
}

test('MV2: kept while letters come and change, it is what a look at all of them from the start gives', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 16 }), (deeds) => {
      const post = new Post()
      const lists = PLACES.map((where) => post.mail.threads(ask(where)))
      const ids: string[] = []
      for (const one of deeds) {
        act(post, ids, one)
        const fresh = new Mail(post.directory, { every: () => new Set<string>() }, USER, () => {})
        fresh.flush()
        expect(said(post, lists)).toEqual(said({ mail: fresh } as Post))
      }
    }),
    { numRuns: 150 },
  )
})

test('MV4: what is counted is what is listed', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const post = new Post()
      const ids: string[] = []
      for (const one of deeds) act(post, ids, one)
      const { boxes, unbound, unparsed, unread } = post.mail.boxes()
      const lettersIn = (where: MailWhere) =>
        post.mail
          .threads(ask(where))
          .answer()
          .rows.flatMap((row) => row.letters)
      for (const { id: account, folders } of boxes)
        for (const { path: folder, count } of folders)
          expect(lettersIn({ in: 'folder', account, folder })).toHaveLength(count)
      expect([unbound, unparsed]).toEqual([lettersIn({ in: 'unbound' }).length, lettersIn({ in: 'unparsed' }).length])
      expect(unread).toBe(
        post.mail
          .threads(ask({ in: 'inbox' }))
          .answer()
          .rows.reduce((n, row) => n + row.unread, 0),
      )
    }),
    { numRuns: 100 },
  )
})

test('MV3: a change has its own thread looked at, and no other', () => {
  const post = new Post()
  const ids = Array.from({ length: 300 }, (_, i) =>
    post.come(letterId(`n${i}`), { in: ['office/INBOX'], received: START + i }),
  )
  const list = post.mail.threads(ask({ in: 'inbox' }, { to: 10 }))
  expect(list.answer().rows[0]?.id).toBe(ids[299])
  const looked = vi.spyOn(Threads.prototype, 'all')
  post.come(letterId('late'), { in: ['office/INBOX'], received: START + 1000 })
  const { length, rows } = list.answer()
  expect([length, rows[0]?.id, rows[1]?.id]).toEqual([301, letterId('late'), ids[299]])
  expect(looked).not.toHaveBeenCalled()
  looked.mockRestore()
})

test('MV5: of others’ accounts there is no box, and nothing of theirs is unread', () => {
  const post = new Post()
  post.come(letterId('theirs'), { in: ['others/INBOX'] })
  const { boxes, unread } = post.mail.boxes()
  expect(boxes.map(({ id, isOwn }) => [id, isOwn])).toEqual([
    [OFFICE, false],
    [OWN, true],
  ])
  expect(unread).toBe(0)
})

test('MV6: what was thrown away stands in its folder alone', () => {
  const post = new Post()
  const [first, second] = [letterId('first'), letterId('second')]
  post.come(first, { in: ['office/INBOX'], messageId: 'first', received: START })
  post.come(second, { in: ['office/Trash'], messageId: 'second', references: ['first'], received: START + 1 })
  const rows = (at: MailWhere) =>
    post.mail
      .threads(ask(at))
      .answer()
      .rows.flatMap(({ letters }) => letters)
  expect(rows({ in: 'all' })).toEqual([first])
  expect(rows({ in: 'unbound' })).toEqual([first])
  expect(rows({ in: 'folder', account: OFFICE, folder: 'Trash' })).toEqual([second])
  const shown = (letter: string) =>
    post.mail
      .thread({ what: 'mailThread', letter })
      .answer()
      .letters.map(({ id }) => id)
  expect(shown(first)).toEqual([first])
  expect(shown(second)).toEqual([first, second])
})

test('MV7: twenty thousand letters are looked at in slices, and others are heard between them', async () => {
  const post = new Post()
  const maker = new Post()
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const values = { in: ['office/INBOX'], messageId: `m${i}`, subject: `Кухня ${i}`, received: START + i }
    return i < 200 ? maker.make(letterId(`n${i}`), values) : null
  })
  const [like] = rows
  if (!like) throw new Error('There is no letter')
  post.stand(rows.map((row, i) => row ?? { ...like, id: letterId(`n${i}`), messageId: `m${i}`, received: START + i }))
  expect(post.mail.boxes().isWhole).toBe(false)
  let turns = 0
  while (!post.mail.boxes().isWhole) {
    turns += 1
    await new Promise((resolve) => setTimeout(resolve))
  }
  expect(turns).toBeGreaterThan(5)
  const list = post.mail.threads(ask({ in: 'inbox' }, { to: 50 }))
  expect([list.answer().length, list.answer().rows.length]).toEqual([20_000, 50])
})

test('MV2: threads that are kept are those that all letters together have', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
      const post = new Post()
      const ids: string[] = []
      for (const one of deeds) act(post, ids, one)
      const entries = ids.flatMap((id) => {
        const { letters } = post.mail.thread({ what: 'mailThread', letter: id }).answer()
        return letters
          .filter((shown) => shown.id === id)
          .map(({ letter }) => entryOf(letter, (one) => OURS.includes(one)))
      })
      const threaded = entries.flatMap((entry) =>
        entry
          ? [{ ...entry.talk, id: entry.id, messageId: entry.words[0] ?? null, references: entry.words.slice(1) }]
          : [],
      )
      const expected = threadsOf(threaded).map((thread) => thread.map(({ id }) => id).sort())
      const firstOf = (letter: string) => post.mail.thread({ what: 'mailThread', letter }).answer().thread
      const kept = Map.groupBy(
        threaded.map(({ id }) => id),
        firstOf,
      )
      expect([...kept.values()].map((thread) => thread.sort()).sort()).toEqual(expected.sort())
    }),
    { numRuns: 100 },
  )
})

test('MV8: an answer stands in its thread until the letter that it became has come in; what was called off does not', () => {
  const post = new Post()
  const own = post.come(letterId('asked', true), { in: ['own/INBOX'], messageId: 'asked@client', received: START })
  post.come(letterId('other'), { in: ['office/INBOX'], messageId: 'other@client', received: START })
  const [first, second] = ['first', 'second'].map((name) => derivedId(COMMON, START, 'message', name)) as [
    string,
    string,
  ]
  const read = post.mail.thread({ what: 'mailThread', letter: own })
  const underWay = () => read.answer().underWay.map(({ id, state }) => [id, state])
  post.send(first, { state: 'waiting', answers: `ownLetters/${own}`, due: START + 1 })
  post.send(second, { state: 'waiting', answers: `letters/${sharedId(own)}`, due: START + 2 })
  post.send(derivedId(COMMON, START, 'message', 'other'), { state: 'waiting', answers: `letters/${letterId('other')}` })
  expect(underWay()).toEqual([
    [first, 'waiting'],
    [second, 'waiting'],
  ])
  expect(read.take(new Map([['messages', new Set([first])]]))).toBe(true)
  post.send(second, { state: 'failed' })
  post.send(first, { state: 'sent', sent: START + 5, outer: 'answer@shop' })
  expect(underWay()).toContainEqual([first, 'sent'])
  // Its letter has become everybody's meanwhile.
  post.come(letterId('asked'), { in: ['own/INBOX'], messageId: 'asked@client', received: START })
  expect(underWay()).toHaveLength(2)
  const copy = {
    direction: 'out',
    messageId: 'answer@shop',
    references: ['asked@client'],
    received: START + 6,
  } as const
  post.come(letterId('copy'), { in: ['own/Sent+'], ...copy })
  expect(underWay()).toEqual([[second, 'failed']])
  post.send(second, { state: 'cancelled' })
  expect(underWay()).toEqual([])
})
