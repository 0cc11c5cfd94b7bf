import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../customers/collections.ts'
import { Failure } from '../../errors.ts'
import { derivedId } from '../keys/id.ts'
import { packDocument } from '../packing/document.ts'
import { writtenApart } from '../reading/overwritten.ts'
import { readRow } from '../reading/row.ts'
import { START } from '../simulation/chance/deeds.ts'
import { Desk, exchange } from '../simulation/world/desk.ts'
import { Held } from '../simulation/world/device.ts'
import { CUSTOM_VALUE, isCustomName } from './custom.ts'
import type { Json } from './value.ts'

const ASSOL = derivedId('common', START, 'test', 'Assol')
/** The same collection as a program had it before a company could add fields. */
const EARLIER = { ...customers, custom: false }

const value = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
) as fc.Arbitrary<Json>

function desk(name: string, made: { readonly [name: string]: Json } = {}): Desk {
  const one = new Desk(name)
  one.run((tx) => tx.create(customers, ASSOL, { name: 'Assol', ...made }))
  return one
}

function refusal(one: Desk, path: string, written: Json): string | null {
  try {
    one.run((tx) => tx.write(customers, ASSOL, path, written))
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

test('R21: values of any form over three devices come to one, and none written apart is lost', () => {
  fc.assert(
    fc.property(value, value, value, (first, second, third) => {
      const one = desk('A', { custom_a: first })
      const [two, three] = [new Desk('B'), new Desk('C')]
      exchange(one, two, three)
      two.run((tx) => tx.write(customers, ASSOL, 'custom_a', second))
      three.run((tx) => tx.write(customers, ASSOL, 'custom_a', third))
      exchange(one, two, three)
      const rows = [one, two, three].map((each) => each.row(customers, ASSOL))
      expect(rows[1]).toEqual(rows[0])
      expect(rows[2]).toEqual(rows[0])
      expect([second, third]).toContainEqual(rows[0]?.custom_a)
    }),
    { numRuns: 60 },
  )
})

test('R21: an earlier program reads the rest, writes the rest, and packs; nothing of what it does not know is lost', () => {
  fc.assert(
    fc.property(value, value, (made, written) => {
      const [one, earlier] = [desk('A', { custom_a: made }), new Desk('B')]
      one.run((tx) => tx.write(customers, ASSOL, 'custom_b', written))
      exchange(one, earlier)
      earlier.run((tx) => tx.set(EARLIER, ASSOL, { note: 'seen' }))
      const [document] = earlier.device.documents()
      const read = readRow(EARLIER, ASSOL, (document as Held).records(customers).read(ASSOL))
      expect(Object.keys(read ?? {}).filter(isCustomName)).toEqual([])
      const next = new Y.Doc()
      packDocument((document as Held).doc, next, 'g')
      const row = new Held((document as Held).name, next).records(customers).get(ASSOL)
      expect([row?.custom_a, row?.custom_b, row?.note]).toEqual([made, written, 'seen'])
    }),
    { numRuns: 60 },
  )
})

test('R21: what is too long, no integer, or no set of words is refused, and not read where it stands', () => {
  const odd: Json[] = ['a'.repeat(10_001), 1.5, [1], Array(101).fill('a'), { a: 1 }, [['a']]]
  expect(odd.filter((one) => CUSTOM_VALUE.accepts(one))).toEqual([])
  const one = desk('A')
  const refused = odd.map((each) => refusal(one, 'custom_a', each))
  expect(refused).toEqual(odd.map(() => 'field-value'))
  expect(refusal(one, 'custom-a', 'x')).toBe('field-unknown')
})

test('R21: two who fill a field in apart from each other are both told of', () => {
  const [one, two] = [desk('A'), new Desk('B')]
  exchange(one, two)
  one.run((tx) => tx.write(customers, ASSOL, 'custom_a', 'one'))
  two.run((tx) => tx.write(customers, ASSOL, 'custom_a', 'two'))
  exchange(one, two)
  const [document] = one.device.documents()
  const apart = writtenApart((document as Held).records(customers).writes(ASSOL))
  const [lost] = apart
  expect(new Set([lost?.value, lost?.over.value])).toEqual(new Set(['one', 'two']))
  one.run((tx) => tx.write(customers, ASSOL, 'custom_a', null))
  expect(Object.keys(one.row(customers, ASSOL)).filter(isCustomName)).toEqual([])
})
