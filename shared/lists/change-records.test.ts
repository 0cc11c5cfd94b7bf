import { describe, expect, test } from 'vitest'
import type { CommandArgs } from '../commands.ts'
import { customers } from '../customers/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { makeOrder, ORDER, OTHER, type Shop, shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import type { Change } from './change-records.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [THIRD, FOURTH] = [idOf('third'), idOf('fourth')]

/** Four orders: two new, one made, one completed. */
function shop(): Shop {
  const one = shopWithOrder()
  for (const id of [OTHER, THIRD, FOURTH]) makeOrder(one, id)
  one.do('moveOrder', { id: THIRD, state: 'made' })
  one.do('moveOrder', { id: FOURTH, state: COMPLETED, completion: 'success' })
  return one
}

const args = (change: Change): CommandArgs<'changeRecords'> => ({
  collection: 'orders',
  ids: [ORDER, OTHER, THIRD, FOURTH, ORDER],
  change,
})

describe('changing many', () => {
  test('moves those that may be moved, and tells which were there already and which are left out', () => {
    const one = shop()
    expect(one.answer('changeRecords', args({ what: 'move', state: 'made' }))).toEqual({
      changed: [ORDER, OTHER],
      same: [THIRD],
      left: [{ id: FOURTH, code: 'comment-required' }],
    })
    expect([ORDER, OTHER, THIRD, FOURTH].map((id) => one.state(id))).toEqual(['made', 'made', 'made', COMPLETED])
    expect(one.order(ORDER).moves).toHaveLength(2)
  })

  test('a kind that has no such state leaves its orders out; a completion wants its reason', () => {
    const one = shop()
    const codes = (change: Change) => one.answer('changeRecords', args(change)).left.map(({ code }) => code)
    expect(new Set(codes({ what: 'move', state: 'taken' }))).toEqual(new Set(['state-not-in-kind']))
    expect(new Set(codes({ what: 'move', state: COMPLETED }))).toEqual(new Set(['completion-required']))
    expect(codes({ what: 'move', state: COMPLETED, completion: 'cancelled', reason: 'price' })).toEqual([])
    expect(one.order(ORDER).moves).toContainEqual(expect.objectContaining({ completion: 'cancelled', reason: 'price' }))
  })

  test('writes a field of those that are open; a required one is not emptied, a foreign one not written', () => {
    const one = shop()
    const change = (field: string, value: string | number | null): Change => ({ what: 'field', field, value })
    const { changed, left } = one.answer('changeRecords', args(change('responsible', 'p1')))
    expect([changed, left]).toEqual([[ORDER, OTHER, THIRD], [{ id: FOURTH, code: 'order-completed' }]])
    expect(one.order(OTHER).responsible).toBe('p1')
    expect(one.answer('changeRecords', args(change('responsible', 'p1'))).same).toEqual([ORDER, OTHER, THIRD])
    const first = (field: string, value: string | number | null) =>
      one.answer('changeRecords', args(change(field, value))).left[0]?.code
    expect([first('sort', null), first('colour', 'red'), first('number', 'ЗН-1'), first('note', 7)]).toEqual([
      'field-required',
      'field-unknown',
      'update-server-field',
      'field-value',
    ])
  })

  test('posts and removes; what is removed already is left out', () => {
    const one = shop()
    expect(one.answer('changeRecords', args({ what: 'post' })).changed).toEqual([ORDER, OTHER, THIRD])
    expect(one.answer('changeRecords', args({ what: 'remove' })).changed).toEqual([ORDER, OTHER, THIRD, FOURTH])
    expect(one.answer('changeRecords', args({ what: 'remove' })).left.map(({ code }) => code)).toEqual(
      Array(4).fill('record-missing'),
    )
  })

  test('R14: is one act, which is undone as one, but for what somebody has changed since', () => {
    const one = shop()
    const act = one.do('changeRecords', args({ what: 'field', field: 'responsible', value: 'p1' }))
    one.do('setOrder', { id: OTHER, fields: { responsible: 'p2' } })
    const { undone, kept } = one.answer('undoAct', { act })
    expect([undone.length, kept.map(({ id }) => id)]).toEqual([2, [OTHER]])
    expect([ORDER, OTHER, THIRD].map((id) => one.order(id).responsible)).toEqual([null, 'p2', null])
  })

  test('works on any collection', () => {
    const one = shop()
    const ids = ['a', 'b'].map(idOf)
    for (const id of ids) one.do('createRecord', { collection: 'customers', id, values: { name: id } })
    one.do('changeRecords', { collection: 'customers', ids, change: { what: 'field', field: 'segment', value: 'x' } })
    expect(ids.map((id) => one.row(customers, id).segment)).toEqual(['x', 'x'])
  })
})
