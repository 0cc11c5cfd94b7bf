import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FailureCode } from '../../errors.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { kinds } from '../collections.ts'
import { COMPLETED } from '../moves/completed.ts'
import { statesOf } from '../moves/moves.ts'
import { Shop, shopWithOrder } from '../testing/shop.ts'

const states = (shop: Shop) => statesOf(shop.row(kinds, 'kitchens'))

describe('the states of a kind', () => {
  test('are added behind the last, before «Завершен», once', () => {
    const shop = shopWithOrder()
    for (const state of ['paid', 'new']) shop.do('addState', { id: 'kitchens', state })
    expect(states(shop)).toEqual(['new', 'measured', 'made', 'paid', COMPLETED])
    shop.do('addStates', { id: 'kitchens', states: ['sent', 'paid', COMPLETED, 'fitted'] })
    expect(states(shop)).toEqual(['new', 'measured', 'made', 'paid', 'sent', 'fitted', COMPLETED])
  })

  test('go up and down by one, and not beyond the ends', () => {
    const shop = shopWithOrder()
    shop.do('shiftState', { id: 'kitchens', state: 'made', by: -1 })
    expect(states(shop)).toEqual(['new', 'made', 'measured', COMPLETED])
    shop.do('shiftState', { id: 'kitchens', state: 'new', by: 1 })
    expect(states(shop)).toEqual(['made', 'new', 'measured', COMPLETED])
    expect(shop.do('shiftState', { id: 'kitchens', state: 'made', by: -1 })).toEqual([])
    expect(shop.do('shiftState', { id: 'kitchens', state: 'measured', by: 1 })).toEqual([])
  })

  test('are taken out, and come back at the end', () => {
    const shop = shopWithOrder()
    shop.do('removeState', { id: 'kitchens', state: 'new' })
    expect(states(shop)).toEqual(['measured', 'made', COMPLETED])
    shop.do('addState', { id: 'kitchens', state: 'new' })
    expect(states(shop)).toEqual(['measured', 'made', 'new', COMPLETED])
  })

  test.each<[string, FailureCode, (shop: Shop) => FailureCode | null]>([
    [
      'adding «Завершен»',
      'state-completed-fixed',
      (shop) => shop.refusal('addState', { id: 'kitchens', state: COMPLETED }),
    ],
    [
      'taking «Завершен» out',
      'state-completed-fixed',
      (shop) => shop.refusal('removeState', { id: 'kitchens', state: COMPLETED }),
    ],
    [
      'shifting «Завершен»',
      'state-completed-fixed',
      (shop) => shop.refusal('shiftState', { id: 'kitchens', state: COMPLETED, by: -1 }),
    ],
    [
      'taking out what is not in it',
      'state-not-in-kind',
      (shop) => shop.refusal('removeState', { id: 'kitchens', state: 'taken' }),
    ],
    [
      'shifting what is not in it',
      'state-not-in-kind',
      (shop) => shop.refusal('shiftState', { id: 'kitchens', state: 'taken', by: 1 }),
    ],
    ['a kind that there is not', 'record-missing', (shop) => shop.refusal('addState', { id: 'none', state: 'new' })],
    ['a state of no form', 'field-value', (shop) => shop.refusal('addState', { id: 'kitchens', state: 'a b' })],
  ])('%s is refused', (_what, code, run) => {
    const shop = shopWithOrder()
    const before = states(shop)
    expect([run(shop), states(shop)]).toEqual([code, before])
  })

  test('that two devices added at once can be shifted past each other', () => {
    const [one, other] = [shopWithOrder('A'), new Shop('B')]
    exchange(one, other)
    one.do('addState', { id: 'kitchens', state: 'x' })
    other.do('addState', { id: 'kitchens', state: 'y' })
    exchange(one, other)
    expect(states(one).slice(3)).toEqual(['x', 'y', COMPLETED])
    one.do('shiftState', { id: 'kitchens', state: 'y', by: -1 })
    expect(states(one).slice(2)).toEqual(['made', 'y', 'x', COMPLETED])
    one.do('shiftState', { id: 'kitchens', state: 'made', by: 1 })
    expect(states(one).slice(2)).toEqual(['y', 'made', 'x', COMPLETED])
  })

  test('stand in one order on all devices, «Завершен» last, whatever was done apart', () => {
    const state = fc.constantFrom('new', 'measured', 'made', 'x', 'y')
    const deed = fc.record({
      by: fc.nat({ max: 1 }),
      state,
      what: fc.constantFrom('add', 'remove', 'up', 'down', 'meet'),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const shops = [shopWithOrder('A'), new Shop('B')]
        exchange(...shops)
        for (const { by, state, what } of deeds) {
          const shop = shops[by]
          const before = shop ? states(shop) : []
          const at = before.indexOf(state)
          if (what === 'meet') exchange(...shops)
          else if (what === 'add') shop?.do('addState', { id: 'kitchens', state })
          else if (at >= 0 && what === 'remove') shop?.do('removeState', { id: 'kitchens', state })
          else if (at >= 0) {
            const step = what === 'up' ? -1 : 1
            shop?.do('shiftState', { id: 'kitchens', state, by: step })
            const last = before.length - 2
            expect(shop && states(shop).indexOf(state)).toBe(Math.min(last, Math.max(0, at + step)))
          }
        }
        exchange(...shops)
        const [first = [], second] = shops.map(states)
        expect(second).toEqual(first)
        expect(first.at(-1)).toBe(COMPLETED)
        expect(new Set(first).size).toBe(first.length)
      }),
    )
  })
})
