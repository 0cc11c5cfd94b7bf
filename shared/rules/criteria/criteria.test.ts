import { afterEach, expect, test } from 'vitest'
import { takeCustomFieldsFrom } from '../../custom/known.ts'
import type { FilterNode } from '../../filters/filter.ts'
import { writeFilter } from '../../filters/text.ts'
import { productGroups, products } from '../../goods/collections.ts'
import { customerOf, lookAt, moveOf, NOW, orderOf, orderThrough, rowOf, ruleOf } from '../testing/made.ts'
import { tryCriteria } from './criteria.ts'
import { criteriaField, criteriaFields } from './fields.ts'
import type { Case } from './reading.ts'

afterEach(() => takeCustomFieldsFrom(() => []))

const customer = customerOf({
  segment: 'VIP',
  contacts: [
    { id: 'p', name: 'Oleg', post: 'Director', salutation: null, birthday: null, note: null, place: 'a0', madeAt: 0 },
  ],
  emails: [{ id: 'e', contact: 'p', email: 'oleg@a.test', refused: null, place: 'a0', madeAt: 0 }],
})
const look = lookAt({
  customers: [customer],
  products: [rowOf(products, 'table', { group: 'kitchen' })],
  productGroups: [rowOf(productGroups, 'furniture'), rowOf(productGroups, 'kitchen', { parent: 'furniture' })],
})

function says(nodes: readonly FilterNode[], one: Partial<Case> = {}) {
  const order = one.order ?? orderOf({ customer: 'c', contact: 'Oleg' })
  const verdict = tryCriteria(
    ruleOf({ criteria: writeFilter(nodes) }),
    { move: null, before: null, ...one, order },
    NOW,
    look,
  )
  return verdict.is === 'broken' ? `broken ${verdict.field}` : verdict.is
}

const row = (field: string, is: never | string, ...values: (string | number | boolean | null)[]) =>
  ({ field, is, values }) as FilterNode

test('RU3: criteria read the order, its customer and contact', () => {
  expect(says([])).toBe('holds')
  expect(says([row('customer.segment', 'equal', 'vip'), row('contact.post', 'contains', 'direct')])).toBe('holds')
  expect(says([row('contact.email', 'equal', 'oleg@a.test')])).toBe('holds')
  expect(says([row('customer.segment', 'equal', 'other')])).toBe('fails')
  expect(says([row('customer.segment', 'empty')], { order: orderOf() })).toBe('holds')
})

test('RU3: «in group» is all that stands below it', () => {
  const line = { id: 'l', product: 'table' }
  const order = orderOf({ lines: [line as never] })
  expect(says([row('lines.group', 'in', 'furniture')], { order })).toBe('holds')
  expect(says([row('lines.product', 'in', 'table')], { order })).toBe('holds')
  expect(says([row('lines.group', 'in', 'other')], { order })).toBe('fails')
})

test('RU4: state, kind and total are read as the move carries them, and as the one before did', () => {
  const before = moveOf('m0', { state: 'new', total: 100 })
  const move = moveOf('m1', { state: 'made', total: 200 })
  const order = orderThrough(['new', 'made', 'gone'])
  const one = { order, move, before }
  expect(says([row('state', 'equal', 'made'), row('was.state', 'equal', 'new')], one)).toBe('holds')
  expect(
    says([row('total', 'more', 150), row('was.total', 'less', 150), row('changed.total', 'equal', true)], one),
  ).toBe('holds')
  expect(says([row('changed.kind', 'equal', true)], one)).toBe('fails')
  expect(says([row('was.state', 'empty')], { order, move: before, before: null })).toBe('holds')
})

test('RU4: who was responsible is read from the move before', () => {
  const before = moveOf('m0', { state: 'new', responsible: 'max' })
  const one = { order: orderOf({ responsible: 'mira' }), move: moveOf('m1', { state: 'made' }), before }
  expect(says([row('was.responsible', 'equal', 'max'), row('responsible', 'equal', 'mira')], one)).toBe('holds')
  expect(says([row('was.responsible', 'equal', 'mira')], one)).toBe('fails')
  expect(says([row('was.responsible', 'empty')], { ...one, before: moveOf('m0') })).toBe('holds')
})

test('RU4: who is responsible has changed where that was written behind the move before', () => {
  const before = moveOf('m0', { state: 'new', madeAt: NOW })
  const move = moveOf('m1', { state: 'made' })
  const given = (at: number) => orderOf({ since: { responsible: { at, by: 'x' } } })
  const changed = [row('changed.responsible', 'equal', true)]
  expect(says(changed, { order: given(NOW + 1), move, before })).toBe('holds')
  expect(says(changed, { order: given(NOW - 1), move, before })).toBe('fails')
  expect(says(changed, { order: orderOf(), move, before })).toBe('fails')
})

test('RU5: criteria that cannot be checked hold of nothing, and say which row', () => {
  expect(says([row('custom_gone', 'filled')])).toBe('broken custom_gone')
  expect(says([row('customer.mergedInto', 'filled')])).toBe('broken customer.mergedInto')
  expect(says([row('total', 'contains', 'x')])).toBe('broken total')
  expect(says([{ ...row('custom_gone', 'filled'), off: true }])).toBe('holds')
  const unread = ruleOf({ criteria: '{"of":"tomorrow"}' })
  expect(tryCriteria(unread, { order: orderOf(), move: null, before: null }, NOW, look).is).toBe('broken')
})

test('RU3: each field that is offered is found by its key, and none twice', () => {
  const keys = criteriaFields().map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { key, field } of criteriaFields()) expect(criteriaField(key)).toStrictEqual(field)
  expect(keys).toEqual(
    expect.arrayContaining(['state', 'responsible', 'customer.segment', 'contact.post', 'was.state', 'changed.total']),
  )
})
