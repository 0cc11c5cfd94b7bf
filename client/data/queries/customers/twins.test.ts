import { expect, test } from 'vitest'
import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import { shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { Twins } from './twins.ts'

const MANY = 5_000

/** As many customers as one record makes with other ids and phones; the first and the last have one phone. */
function many(): readonly Customer[] {
  const shop = shopWithOrder()
  const id = derivedId('common', START, 'test', 'customer')
  shop.do('createRecord', { collection: 'customers', id, values: { name: 'Лютик' } })
  const one = shop.row(customers, id)
  return Array.from({ length: MANY }, (_, i) => ({
    ...one,
    id: derivedId('common', START, 'test', `customer ${i}`),
    name: `Покупатель ${i}`,
    phone: `+7 916 ${String(1_000_000 + (i % (MANY - 1))).slice(0, 7)}`,
  }))
}

const changed = (row: Customer): Change => ({
  ...{ collection: customers as Collection, id: row.id, before: null },
  ...{ after: row as unknown as Change['after'], origin: 'test' },
})

test('B5: many are looked at in slices, others are heard between them; then all is known, what changed meanwhile too', async () => {
  const rows = many()
  const [first, second] = rows as [Customer, Customer]
  const directory = new Directory()
  directory.take(rows.map(changed))
  const whole = Promise.withResolvers<void>()
  const twins = new Twins(directory, whole.resolve)
  expect(twins.all({ what: 'duplicates', to: 10 })).toMatchObject({ isWhole: false, count: 0 })
  expect(twins.of(first)).toEqual([])
  twins.take(directory.take([changed({ ...second, phone: first.phone })]))
  await whole.promise
  expect(twins.all({ what: 'duplicates', to: 10 })).toMatchObject({ isWhole: true, count: 1 })
  expect(twins.of(first)).toHaveLength(2)
  twins.take(directory.take([changed({ ...first, gone: true })]))
  expect(twins.of(second)).toHaveLength(0)
  expect(twins.all({ what: 'duplicates', to: 10 }).count).toBe(1)
  twins.close()
})
