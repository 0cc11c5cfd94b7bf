import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Customer, customers } from '../customers/collections.ts'
import type { Row } from '../records/declarations/collection.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { Desk } from '../records/simulation/world/desk.ts'
import { Needles } from './needles.ts'
import { Sheaf } from './sheaf.ts'

const idOf = (n: number) => derivedId('common', START, 'test', `one ${n}`)
const NEEDLES = [JSON.stringify(idOf(1)), `orders/${idOf(2)}`, '"person"', JSON.stringify(idOf(3))]

/** A customer's row whose texts hold ids and letters of two bytes in any mixture. */
const text = fc.oneof(
  fc.constantFrom(idOf(1), `orders/${idOf(2)}`, `Заказ ${idOf(1)}`, 'Ёлка €', '"', '', `x-${idOf(3)}`),
  fc.string(),
)
const written = fc.record({ name: text, note: text, mergedInto: text, type: fc.constantFrom('person', 'company') })

test('C1: rows that hold a text are those that a look at each finds', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), fc.subarray(NEEDLES), (all, needles) => {
      const desk = new Desk('A')
      const rows = all.map((values, n): Customer => {
        desk.run((tx) => tx.create(customers, idOf(100 + n), values as never))
        return desk.row(customers, idOf(100 + n))
      })
      const sheaf = Sheaf.of(customers, rows as readonly Row<typeof customers>[])
      const plain = sheaf.ids.filter((id) => sheaf.rowNaming(id, needles) !== null)
      expect(Array.from(sheaf.holding(new Needles(needles)), ({ id }) => id)).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})
