import { expect, test } from 'vitest'
import type { Kind } from '../collections.ts'
import { funnelKinds } from './funnel-kinds.ts'

/** A kind of work orders, of which nothing is asked but these. */
function kind(id: string, name: string): Kind {
  return { id, name, sort: 'work', place: null, gone: false, states: [] } as unknown as Kind
}

test('F28: kinds of one name stand in one order, in whatever order they came to the device', () => {
  const [one, two, three] = [kind('k1', 'Ремонт'), kind('k2', 'Ремонт'), kind('k3', 'Кухня')]
  const order = (...known: Kind[]) => funnelKinds(known, new Map()).map(({ id }) => id)
  expect(order(one, two, three)).toEqual(['k3', 'k1', 'k2'])
  expect(order(three, two, one)).toEqual(['k3', 'k1', 'k2'])
})
