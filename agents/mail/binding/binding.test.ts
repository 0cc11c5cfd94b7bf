import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { sharedId } from '../../../shared/letters/ids.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { ANNAS, letterText, openTaking } from '../taking/testing/room.ts'
import { earlierOf } from './farther.ts'

let room: Awaited<ReturnType<typeof openTaking>>
const NOW = Date.now()
let count = 0

beforeAll(async () => {
  room = await openTaking()
})
afterAll(() => room.close())

function customer(email: string | null): string {
  const id = newId('common', NOW)
  room.replica.write((tx) => tx.create(customers, id, { name: 'Ромашка', email }))
  return id
}

/** Takes a letter from somebody; gives what the company’s record says. */
async function come(
  from: string,
  headers: Readonly<Record<string, string>> = {},
  change: Parameters<typeof room.take>[1] = {},
) {
  count++
  const all = { From: from, 'Message-ID': `<b${count}@client.example>`, Date: new Date(NOW).toUTCString(), ...headers }
  const { letter } = await room.take(letterText(all, `Words ${count}`), change)
  return { id: letter, row: await room.read(sharedId(letter)) }
}

test('MP10: a letter is its customer’s when it is taken, and another’s that answers it too', async () => {
  const id = customer('one@client.example')
  const first = await come('One@Client.example', { 'Message-ID': '<first@client.example>' })
  expect(first.row).toMatchObject({ customer: id, boundBy: 'address' })
  const answer = await come('colleague@client.example', { 'In-Reply-To': '<first@client.example>' })
  expect(answer.row).toMatchObject({ customer: id, boundBy: 'thread' })
  const stranger = await come('stranger@else.example')
  expect(stranger.row).toMatchObject({ customer: null, boundBy: null })
})

test('MP11: an answer to a message of an order is that order’s, be it of an earlier quarter', async () => {
  const at = NOW - 200 * 24 * 3_600_000
  const [message, id] = [newId('common', at), customer(null)]
  const document = documentOf(room.server.company, messages.family, message)
  await room.documents.hold([document], async () => {
    room.replica.write((tx) => tx.create(messages, message, { way: 'letter', customer: id, order: 'common-order' }))
    await room.replica.saved([document])
  })
  const answer = await come('who@else.example', { References: `<${message}@assol.example>` })
  expect(answer.row).toMatchObject({ customer: id, order: 'common-order', boundBy: 'thread' })
})

test('MP11: an answer to a letter of two years ago is bound as that one, which another has written', async () => {
  const [long, id] = [newId('common', NOW - 700 * DAY_MS), customer(null)]
  await room.server.author.write((tx) =>
    tx.create(letters, long, { messageId: 'long@else.example', subject: 'Kitchen', customer: id, boundBy: 'chosen' }),
  )
  const name = documentOf(room.server.company, letters.family, long)
  await eventually(() => [...room.replica.rows(shelves)].map(({ document }) => document)).toContain(name)
  expect(room.replica.isOpen(name)).toBe(false)
  const answer = await come('who@else.example', { Subject: 'Again', References: '<x@y.example> <long@else.example>' })
  expect(answer.row).toMatchObject({ customer: id, boundBy: 'thread' })
})

test('MP11: of earlier quarters the letters of eight are looked through, the newest first', () => {
  const quarters = ['2020Q1', ...[2021, 2022, 2023].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}Q${n}`))]
  const names = quarters.flatMap((one) => [
    `c/letters/common/${one}`,
    `c/events/common/${one}`,
    `d/letters/common/${one}`,
  ])
  const found = earlierOf(names, 'c', newId('common', Date.UTC(2023, 7, 1)))
  expect(found.map((name) => name.slice(-6))).toEqual([
    ...['2023Q1', '2022Q4', '2022Q3', '2022Q2', '2022Q1', '2021Q4', '2021Q3', '2021Q2'],
  ])
})

test('MP4: a letter of a person’s own that is a customer’s is everybody’s; of nobody it stays his', async () => {
  const id = customer('two@client.example')
  expect((await come('two@client.example', {}, { account: ANNAS })).row).toMatchObject({ customer: id })
  expect((await come('friend@else.example', {}, { account: ANNAS })).row).toBeNull()
})

test('MP17: when a customer comes to have an address, earlier letters of it are his, but not what was taken out by hand', async () => {
  const end = room.startBinder()
  const [one, own, kept] = [
    await come('later@client.example'),
    await come('later@client.example', {}, { account: ANNAS }),
    await come('later@client.example'),
  ]
  room.replica.run('unbindLetter', { ids: [kept.id] })
  await room.replica.saved([documentOf(room.server.company, letters.family, kept.id)])
  expect(own.row).toBeNull()
  const id = customer('Later@client.example')
  await eventually(async () => {
    expect(await room.read(one.id)).toMatchObject({ customer: id, boundBy: 'address' })
    expect(await room.read(sharedId(own.id))).toMatchObject({ customer: id })
  })
  expect(await room.read(kept.id)).toMatchObject({ customer: null, boundBy: 'chosen' })
  await end()
})

test('MP17: what changed while no agent ran is bound at its start', async () => {
  const { id } = await come('away@client.example')
  const made = customer('away@client.example')
  const end = room.startBinder()
  await eventually(async () => expect(await room.read(id)).toMatchObject({ customer: made }))
  await end()
})
