import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Needles } from '../../../shared/columns/needles.ts'
import { Sheaf } from '../../../shared/columns/sheaf.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { START } from '../../../shared/records/simulation/chance/deeds.ts'
import { Desk } from '../../../shared/records/simulation/world/desk.ts'
import { type AnyRow, StandingRows } from './standing-rows.ts'

const IDS = [1, 2, 3, 4].map((n) => derivedId('common', START, 'test', `one ${n}`))
const NAMES = ['rose', 'lily']

/** Rows by `<name> <id>`. */
const MADE = new Map(
  NAMES.flatMap((name) => {
    const desk = new Desk('A')
    return IDS.map((id): [string, AnyRow] => {
      desk.run((tx) => tx.create(customers, id, { name }))
      return [`${name} ${id}`, desk.row(customers, id) as unknown as AnyRow]
    })
  }),
)
const rowOf = (name: string, id: string) => MADE.get(`${name} ${id}`) as AnyRow

const name = fc.constantFrom(...NAMES)
const deed = fc.oneof(
  fc.record({ what: fc.constant('stand' as const), name, ids: fc.subarray(IDS) }),
  fc.record({ what: fc.constant('set' as const), name, id: fc.constantFrom(...IDS) }),
  fc.record({ what: fc.constant('delete' as const), id: fc.constantFrom(...IDS) }),
)

test('C1: whatever stood, was opened and went away before, rows that hold a text are found once, as they are now', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const rows = new StandingRows()
      for (const one of deeds) {
        if (one.what === 'stand')
          rows.stand(
            Sheaf.of(
              customers,
              one.ids.map((id) => rowOf(one.name, id) as never),
            ),
          )
        if (one.what === 'set') rows.set(one.id, rowOf(one.name, one.id))
        if (one.what === 'delete') rows.delete(one.id)
      }
      const told = [...rows.holding(new Needles(['"rose"']))].filter((row) => row.name === 'rose')
      const plain = [...rows.values()].filter((row) => row.name === 'rose')
      expect(told.map(({ id }) => id).toSorted()).toEqual(plain.map(({ id }) => id).toSorted())
    }),
  )
})
