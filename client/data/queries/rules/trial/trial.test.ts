import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../../shared/collections.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import { actionOf, customerOf, NOW, orderThrough, ruleOf } from '../../../../../shared/rules/testing/made.ts'
import { readWhy } from '../../../../../shared/rules/why.ts'
import { Directory } from '../../directory.ts'
import { trial } from './trial.ts'

/** Orders made a minute apart, the first the oldest. */
const ids = Array.from({ length: 30 }, (_, i) => newId('common', NOW + i * 60_000))

function knowing(records: { readonly [C in CollectionName]?: readonly { readonly id: string }[] }): Directory {
  const directory = new Directory(null, () => NOW + 86_400_000)
  directory.take(
    Object.entries(records).flatMap(([name, rows]) =>
      rows.map((after) => ({
        ...{ collection: COLLECTIONS[name as CollectionName], id: after.id, before: null, origin: null },
        after: after as never,
      })),
    ),
  )
  return directory
}

const letter = actionOf('l', { does: 'letter', to: 'toCustomer', template: 'note' })
const job = actionOf('j', { does: 'makeJob', subject: 'Замер [Номер]', place: 'a1' })

test('a rule is tried over the latest orders, those taken in from elsewhere too, part by part; what it would have said is filled in', () => {
  const rule = ruleOf({ id: 'r', on: false, actions: [letter, job] })
  const taken = ({ moves, ...order }: Order) => ({ ...order, moves: moves.map((move) => ({ ...move, quiet: true })) })
  const orders = ids.map((id, i) =>
    taken({ ...orderThrough(['new'], { customer: 'c', number: `ЗК-${i}` }), id, posted: true }),
  )
  const directory = knowing({ rules: [rule], orders, customers: [customerOf({ email: 'anna@a.test' })] })
  const told = [...trial(directory, { what: 'trial', rule: 'r', last: 25, turn: 1 })]
  expect(told.map(({ done, total }) => [done, total])).toEqual([
    [20, 25],
    [25, 25],
  ])
  const rows = told.at(-1)?.rows ?? []
  expect([rows.length, rows[0]?.order.number]).toEqual([25, 'ЗК-29'])
  const [first, second] = rows[0]?.actions ?? []
  expect(readWhy(first?.why ?? null)?.code).toBe('templateMissing')
  expect(first).toMatchObject({ to: 'anna@a.test' })
  expect(second).toMatchObject({ subject: 'Замер ЗК-29', why: null })
})

test('of a rule that is not here there is nothing to try', () => {
  const [told] = trial(knowing({}), { what: 'trial', rule: 'r', last: 20, turn: 1 })
  expect(told).toEqual({ what: 'trial', rows: [], done: 0, total: 0 })
})
