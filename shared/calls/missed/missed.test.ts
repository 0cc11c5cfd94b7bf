import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { calls } from '../collections.ts'
import { type MissedOf, openOf } from './missed.ts'
import { MissedBook } from './missed-book.ts'

const NUMBER = '+79161234567'
const NOTHING = {
  gone: false,
  number: NUMBER,
  asked: null,
  rang: null,
  answered: null,
  ended: null,
  callsBack: null,
  closed: null,
} as const

function missed(id: string, rang: number, more: Partial<MissedOf> = {}): MissedOf {
  return { ...NOTHING, id, direction: 'in', state: 'missed', rang, ...more }
}
function talk(id: string, at: number, more: Partial<MissedOf> = {}): MissedOf {
  return { ...NOTHING, id, direction: 'in', state: 'ended', rang: at - 5, answered: at, ended: at + 60, ...more }
}
const out = { direction: 'out', rang: null } as const

/** What is open of some calls, read at once. */
function openAmong(all: readonly MissedOf[]) {
  const book = new MissedBook()
  for (const call of all) book.put(call)
  return book.open()
}

test('CL3: a call that came in and found nobody is missed; one that was dialled in vain, or talked, is not', () => {
  expect(openAmong([missed('a', 10)])).toHaveLength(1)
  expect(openAmong([missed('a', 10, { state: 'failed' })])).toHaveLength(1)
  for (const state of ['ringing', 'talking', 'ended'] as const)
    expect(openAmong([missed('a', 10, { state })]), state).toEqual([])
  expect(openAmong([missed('a', 10, { ...out, state: 'failed', asked: 10 })])).toEqual([])
})

test('CL3: of a withheld number each call stands alone, and no talk closes it', () => {
  const hidden = { number: null } as const
  expect(openAmong([missed('a', 10, hidden), missed('b', 20, hidden), talk('c', 30, hidden)])).toMatchObject([
    { id: 'b', times: 1 },
    { id: 'a', times: 1 },
  ])
})

test('CL4: a later talk closes it, either way; an earlier one does not, nor one of another number', () => {
  expect(openAmong([missed('a', 10), talk('b', 20)])).toEqual([])
  expect(openAmong([missed('a', 10), talk('b', 20, { ...out, asked: 15 })])).toEqual([])
  expect(openAmong([missed('a', 10), talk('b', 20, { state: 'talking', ended: null })])).toEqual([])
  expect(openAmong([missed('a', 10), talk('b', 5)])).toHaveLength(1)
  expect(openAmong([missed('a', 10), talk('b', 20, { number: '+74951234567' })])).toHaveLength(1)
  expect(openAmong([missed('a', 10), missed('b', 30), talk('c', 20)])).toMatchObject([{ id: 'b', times: 1 }])
})

test('CL4: closed by hand, it takes the earlier ones along, and a later one is open', () => {
  const closed = missed('b', 20, { closed: 25 })
  expect(openAmong([missed('a', 10), closed])).toEqual([])
  expect(openAmong([missed('a', 10), closed, missed('c', 22)])).toMatchObject([{ id: 'c', times: 1 }])
})

test('CL5: the last stands for all, with how many, since when, how often it was tried, and who calls back', () => {
  const all = [
    missed('a', 10, { callsBack: 'sedova' }),
    missed('b', 20, { callsBack: 'kuzmin' }),
    missed('c', 30),
    talk('t', 25, { ...out, state: 'failed', asked: 25, answered: null }),
    talk('u', 40, { ...out, state: 'failed', asked: 40, answered: null }),
  ]
  expect(openAmong(all)).toEqual([
    { id: 'c', number: NUMBER, at: 30, since: 10, times: 3, tries: 1, callsBack: 'kuzmin' },
  ])
})

test('CL4: closing by hand writes when and by whom, and adds to what was noted', () => {
  const shop = new Shop('A')
  const id = derivedId('common', START, 'test', 'call')
  shop.run((tx) => tx.create(calls, id, { direction: 'in', state: 'missed', number: NUMBER, rang: START }))
  shop.do('closeMissed', { id, note: 'Ошибся номером' })
  expect(shop.row(calls, id)).toMatchObject({ note: 'Ошибся номером' })
  expect(shop.row(calls, id).closedBy).not.toBeNull()
  expect(openOf([shop.row(calls, id)])).toBeNull()
  shop.do('closeMissed', { id, note: 'Да, ошибся' })
  expect(shop.row(calls, id).note).toBe('Ошибся номером\nДа, ошибся')
})

const call: fc.Arbitrary<MissedOf> = fc
  .record({
    id: fc.constantFrom(...'abcdefgh'),
    gone: fc.constantFrom(false, false, true),
    direction: fc.constantFrom('in', 'out'),
    state: fc.constantFrom('asked', 'ringing', 'talking', 'ended', 'missed', 'missed', 'failed'),
    number: fc.constantFrom(NUMBER, NUMBER, '+74951234567', null),
    at: fc.nat(12),
    answered: fc.option(fc.nat(12)),
    closed: fc.option(fc.nat(20)),
    callsBack: fc.option(fc.constantFrom('sedova', 'kuzmin')),
  })
  .map(({ at, ...rest }) => ({ ...NOTHING, ...rest, rang: at }) as MissedOf)
const step = fc.oneof(call, fc.constantFrom(...'abcdefgh'))

test('CL6: in whatever order calls come, change and go, what is open is what it would be if read at once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (steps, order) => {
      const book = new MissedBook()
      const last = new Map<string, MissedOf>()
      for (const one of steps) {
        if (typeof one === 'string') {
          book.delete(one)
          last.delete(one)
        } else {
          book.put(one)
          last.set(one.id, one)
        }
      }
      const shuffled = [...last.values()]
        .map((one) => ({ one, by: order.next().value ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one)
      expect(book.open()).toEqual(openAmong(shuffled))
    }),
    { numRuns: 2000 },
  )
})

test('CL4: whatever else there is, nothing is open of a number once there is a talk behind all of it', () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 12 }), (some) => {
      const all = [...some.filter(({ id }) => id !== 'z'), talk('z', 100)]
      expect(openAmong(all).filter(({ number }) => number === NUMBER)).toEqual([])
    }),
  )
})
