import { MessageType as Device } from '@hocuspocus/provider'
import { MessageType as Server } from '@hocuspocus/server'
import fc from 'fast-check'
import { encoding } from 'lib0'
import { expect, test } from 'vitest'
import { asksWayIn, documentIn, tellsEnd } from './frame.ts'
import { CLOSED, ModelLine } from './testing/model-line.ts'

const DOCUMENTS = ['a', 'b', CLOSED] as const

/** What may happen on a line, in any order: each way frames wait until they are taken on. */
const act = fc.oneof(
  ...(['attach', 'letGo', 'ask', 'end'] as const).map((what) =>
    fc.constantFrom(...DOCUMENTS).map((document) => (line: ModelLine) => void line[what](document)),
  ),
  ...(['serve', 'hear', 'serve', 'hear', 'break', 'open'] as const).map((what) =>
    fc.constant((line: ModelLine) => line[what]()),
  ),
)
const acts = fc.array(act, { maxLength: 60, size: 'max' })

test('J34: whatever is attached and let go, and however late frames are, each link hears what was said to it', () => {
  fc.assert(
    fc.property(acts, (deeds) => {
      const line = new ModelLine()
      for (const deed of deeds) deed(line)
      line.rest()
      for (const { by, link } of line.heard) expect(link).toBe(by)
    }),
    { numRuns: 2000 },
  )
})

test('J34: whoever stands at the end was answered: nobody waits for an end that does not come', () => {
  fc.assert(
    fc.property(acts, (deeds) => {
      const line = new ModelLine()
      for (const deed of deeds) deed(line)
      line.rest()
      const answered = new Set(line.heard.map(({ by }) => by))
      expect(line.links.filter(({ number }) => !answered.has(number))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('J34: where nobody’s end is due, a link is attached in the same task', () => {
  const line = new ModelLine()
  line.attach('a')
  expect(line.links[0]?.isAttached).toBe(true)
  line.letGo('a')
  line.attach('a')
  expect(line.links[0]?.isAttached).toBe(true)
  line.ask('a')
  line.letGo('a')
  line.attach('a')
  expect(line.links[0]?.isAttached).toBe(false)
})

test('J34: a link that waits when the line breaks is told so, one that was let go is not', () => {
  const line = new ModelLine()
  for (const document of ['a', 'b']) {
    line.attach(document)
    line.ask(document)
    line.letGo(document)
  }
  const waiting = line.attach('a')
  line.attach('b')
  line.letGo('b')
  line.break()
  expect(line.lost).toEqual([waiting])
  line.rest()
  expect(line.heard).toEqual([{ document: 'a', says: 'let in', link: waiting, by: waiting }])
})

test.each([
  ['a token', Device.Auth, 0, { asks: true, ends: false }],
  ['permission denied', Server.Auth, 1, { asks: false, ends: true }],
  ['authenticated', Server.Auth, 2, { asks: false, ends: false }],
  ['a close', Server.CLOSE, 0, { asks: false, ends: true }],
  ['an acknowledgement', Server.SyncStatus, 1, { asks: false, ends: false }],
  ['a state', Device.Sync, 1, { asks: false, ends: false }],
])('%s is read as what it is', (_what, type, kind, { asks, ends }) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, 'компания/setup')
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, kind)
  const bytes = encoding.toUint8Array(encoder)
  expect([asksWayIn(bytes), tellsEnd(bytes), documentIn(bytes)]).toEqual([asks, ends, 'компания/setup'])
})

test('a ping is about no document', () => {
  const ping = Uint8Array.of(Server.Ping)
  expect([asksWayIn(ping), tellsEnd(ping)]).toEqual([false, false])
})
