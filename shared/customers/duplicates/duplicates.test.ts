import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { declare } from '../../custom/testing/declare.ts'
import type { Customer } from '../collections.ts'
import { duplicatesOf, findDuplicates, indexDuplicates } from './duplicates.ts'
import { addressKey, nameKey } from './keys.ts'

const NOTHING = {
  gone: false,
  mergedInto: null,
  inn: null,
  kpp: null,
  phone: null,
  email: null,
  address: null,
  phones: [],
  emails: [],
  addresses: [],
}

/** A record as it is read, with as much of it as is compared. */
function customer(id: string, values: Partial<Customer>): Customer {
  return { id, name: `Покупатель ${id}`, ...NOTHING, ...values } as unknown as Customer
}

afterEach(() => declare())

const found = (...customers: readonly Customer[]) => findDuplicates(indexDuplicates(customers, 'RU'))

test.each([
  ['ООО «Ромашка»', 'Ромашка ООО'],
  ['Общество с ограниченной ответственностью "Ромашка"', 'ромашка'],
  ['ИП Ёлкин Пётр', 'Петр Елкин'],
  ['АО "Торговый дом «Мир»"', 'Торговый дом Мир, АО'],
  ['Romashka LLC', 'ROMASHKA, Ltd.'],
])('B5: the name %s is as %s', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
  expect(found(customer('a', { name: one }), customer('b', { name: other }))).toEqual([
    { ids: ['a', 'b'], by: ['name'] },
  ])
})

test('B5: other names are others; a name of legal forms alone is itself', () => {
  expect(nameKey('Ромашка')).not.toBe(nameKey('Ромашка плюс'))
  expect(nameKey('ООО')).toBe('ооо')
  expect(nameKey('«—»')).toBe('')
  expect(found(customer('a', { name: '—' }), customer('b', { name: '«»' }))).toEqual([])
})

test('B5: an address is compared by town, street and house', () => {
  expect(addressKey('191023, г. Санкт-Петербург, Невский пр-кт, д. 10')).toBe(
    addressKey('Санкт-Петербург, Невский, 10'),
  )
  expect(addressKey('Москва')).toBeNull()
  expect(addressKey('Москва, Арбат')).toBeNull()
})

test('B5: customers are found by each sign, and by several as one; what says most stands first', () => {
  const groups = found(
    customer('a', { name: 'Ромашка', phone: '8 (916) 123-45-67' }),
    customer('b', {
      name: 'ООО «Ромашка»',
      phones: [{ number: '+7 916 1234567 доб. 12' }] as unknown as Customer['phones'],
    }),
    customer('c', { inn: '7707083893', email: 'Info@Mir.ru' }),
    customer('d', { inn: '7707 083893' }),
    customer('e', { emails: [{ email: 'info@mir.ru' }] as unknown as Customer['emails'] }),
  )
  expect(groups).toEqual([
    { ids: ['c', 'd'], by: ['inn'] },
    { ids: ['a', 'b'], by: ['phone', 'name'] },
    { ids: ['c', 'e'], by: ['email'] },
  ])
})

test('B5: phones and addresses in fields that the company added are compared, too', () => {
  const all = [
    customer('a', { phone: '8 916 123-45-67' }),
    customer('b', { custom_p: '+7 916 1234567' }),
    customer('c', { custom_m: 'INFO@mir.ru' }),
    customer('d', { email: 'info@mir.ru' }),
  ]
  expect(found(...all), 'nothing is known of what nobody declared').toEqual([])
  declare({ id: 'custom_p', name: 'Телефон прораба', type: 'phone' }, { id: 'custom_m', name: 'Почта', type: 'email' })
  expect(found(...all)).toEqual([
    { ids: ['a', 'b'], by: ['phone'] },
    { ids: ['c', 'd'], by: ['email'] },
  ])
})

test('B5: branches, of one INN and different KPPs, are no duplicates; one that has no KPP may be of either', () => {
  const inn = '7707083893'
  const [a, b] = [customer('a', { inn, kpp: '773601001' }), customer('b', { inn, kpp: '784201001' })]
  expect(found(a, b)).toEqual([])
  expect(found(a, b, customer('c', { inn }))).toEqual([
    { ids: ['a', 'c'], by: ['inn'] },
    { ids: ['b', 'c'], by: ['inn'] },
  ])
  expect(duplicatesOf({ inn, kpp: '773601001' }, indexDuplicates([a, b], 'RU'))).toEqual([{ ids: ['a'], by: ['inn'] }])
})

test('B5: removed and merged customers are not offered', () => {
  const phone = '+79161234567'
  const all = [
    customer('a', { phone }),
    customer('b', { phone, gone: true }),
    customer('c', { phone, mergedInto: 'a' }),
  ]
  expect(found(...all)).toEqual([])
  expect(duplicatesOf({ phone: '8 916 123 45 67' }, indexDuplicates(all, 'RU'))).toEqual([
    { ids: ['a'], by: ['phone'] },
  ])
  expect(duplicatesOf({ phone }, indexDuplicates(all, 'RU'), 'a')).toEqual([])
})

const few = (...values: readonly string[]) => fc.option(fc.constantFrom(...values))
const anybody = fc.record({
  name: fc.constantFrom('Мир', 'ООО «Мир»', 'Лад', 'Рим'),
  inn: few('7707083893', '7736050003'),
  phone: few('89161234567', '+7 916 123-45-67', '555'),
  email: few('a@b.ru', 'A@B.RU', 'нет'),
})

test('B5: who is found on entry is who is found in the list, and the other way about', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 12 }), (values) => {
      const all = values.map((one, i) => customer(String(i), one))
      const index = indexDuplicates(all, 'RU')
      const pairs = new Set(
        findDuplicates(index).flatMap(({ ids, by }) =>
          ids.flatMap((a) => ids.filter((b) => b !== a).flatMap((b) => by.map((sign) => `${a} ${b} ${sign}`))),
        ),
      )
      const onEntry = all.flatMap((one) =>
        duplicatesOf(one, index, one.id).flatMap(({ ids, by }) => by.map((sign) => `${one.id} ${ids[0]} ${sign}`)),
      )
      expect(pairs).toEqual(new Set(onEntry))
    }),
  )
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const changes = fc.array(
  fc.record({ id, values: anybody, kpp: few('773601001', '784201001'), gone: fc.boolean(), mergedInto: fc.option(id) }),
  { maxLength: 20 },
)

test('B5, B2: kept change by change it tells what it would tell made anew, whatever was merged in whatever ring', () => {
  fc.assert(
    fc.property(changes, (changes) => {
      const rows = new Map<string, Customer>()
      const kept = indexDuplicates([], 'RU')
      for (const { id, values, ...more } of changes) {
        rows.set(id, customer(id, { ...values, ...more }))
        if (more.gone && more.kpp) rows.delete(id)
        const row = rows.get(id)
        if (row) kept.put(row)
        else kept.delete(id)
        const anew = indexDuplicates(rows.values(), 'RU')
        expect(findDuplicates(kept)).toEqual(findDuplicates(anew))
        for (const one of rows.values()) {
          const sorted = (index: typeof kept) => duplicatesOf(one, index, one.id).toSorted(byIds)
          expect(sorted(kept)).toEqual(sorted(anew))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('B2, B5: of a ring the lowest stands; whoever is taken out of it, or removed, changes that for the others', () => {
  const phone = '+79161234567'
  const index = indexDuplicates(
    [customer('a', { phone, mergedInto: 'b' }), customer('b', { phone, mergedInto: 'a' }), customer('c', { phone })],
    'RU',
  )
  const ids = () => findDuplicates(index).map((one) => one.ids)
  expect(ids()).toEqual([['a', 'c']])
  index.put(customer('b', { phone }))
  expect(ids()).toEqual([['b', 'c']])
  index.put(customer('b', { phone, mergedInto: 'a' }))
  index.put(customer('a', { phone, mergedInto: 'b', gone: true }))
  expect(ids()).toEqual([])
  index.put(customer('a', { phone, mergedInto: 'b' }))
  index.delete('b')
  expect(ids()).toEqual([])
})

function byIds(a: { readonly ids: readonly string[] }, b: { readonly ids: readonly string[] }): number {
  return String(a.ids) < String(b.ids) ? -1 : 1
}
