import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BASES, type Basis, formatBasis, parseBasis } from '../../../../shared/basis/basis.ts'
import { COLLECTIONS } from '../../../../shared/collections.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Desk } from '../../../../shared/records/simulation/world/desk.ts'
import { Directory } from '../directory.ts'
import { LiveRelated } from './live-related.ts'

const HOLDERS = ['orders', 'events', 'jobs', 'calendarRecords'] as const
const idOf = (n: number) => derivedId('common', START, 'test', `one ${n}`)
/** Record n stands in a collection of its own, so that it has one name. */
const collectionOf = (n: number) => HOLDERS[n % HOLDERS.length] ?? 'orders'
const nameOf = (n: number) => formatBasis({ collection: collectionOf(n), id: idOf(n) })

function stage() {
  const desk = new Desk('A')
  const directory = new Directory(null, () => START)
  const write = (collection: Collection, id: string, values: object) => {
    desk.run((tx) => {
      tx.create(collection, id, {})
      for (const [name, value] of Object.entries(values)) tx.write(collection, id, name, value)
    })
    return directory.take([{ collection, id, before: null, after: desk.row(collection, id), origin: 'test' }])
  }
  return { directory, write }
}

const related = (directory: Directory, own: Basis) => new LiveRelated(directory, { what: 'related', ...own })
const told = (live: LiveRelated) => live.answer().rows.map(({ step, ...one }) => `${step} ${formatBasis(one)}`)

test('an order from a call shows the call that led to it, and what followed: the whole chain', () => {
  const { directory, write } = stage()
  const order = { collection: 'orders', id: idOf(2) } as const
  write(COLLECTIONS.events, idOf(1), { subject: 'Letter' })
  write(COLLECTIONS.events, idOf(3), { subject: 'Call', basis: `events/${idOf(1)}` })
  write(COLLECTIONS.orders, idOf(2), { basis: `events/${idOf(3)}` })
  write(COLLECTIONS.invoices, idOf(4), { order: idOf(2) })
  write(COLLECTIONS.jobs, idOf(5), { order: idOf(2) })
  write(COLLECTIONS.events, idOf(6), { basis: `jobs/${idOf(5)}` })
  const chain = told(related(directory, order))
  expect(chain.slice(0, 2)).toEqual([`-2 events/${idOf(1)}`, `-1 events/${idOf(3)}`])
  expect(chain.slice(2).toSorted()).toEqual([`1 invoices/${idOf(4)}`, `1 jobs/${idOf(5)}`, `2 events/${idOf(6)}`])
})

const change = fc.record({
  n: fc.integer({ min: 0, max: 7 }),
  from: fc.option(fc.integer({ min: 0, max: 7 })),
  gone: fc.boolean(),
})

test('however bases lead, in rings too: it is what a plain walk finds, and changes that touch it are told', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 14 }), (changes) => {
      const { directory, write } = stage()
      const own = { collection: collectionOf(0), id: idOf(0) }
      const live = related(directory, own)
      let before = told(live)
      for (const { n, from, gone } of changes) {
        const values = { basis: from === null ? null : nameOf(from), gone }
        const isTouched = live.take(write(COLLECTIONS[collectionOf(n)], idOf(n), values))
        const now = told(live)
        if (!isTouched) expect(now).toEqual(before)
        before = now
        expect(now.toSorted()).toEqual(plainWalk(directory, own).toSorted())
      }
    }),
    { numRuns: 80 },
  )
})

/** The chain by looking at every record. */
function plainWalk(directory: Directory, own: Basis): string[] {
  const rows = BASES.flatMap((collection) =>
    [...directory.rows(collection).values()].map((row) => ({ collection, row })),
  )
  const from = new Map(rows.map(({ collection, row }) => [formatBasis({ collection, id: row.id }), { row }]))
  const steps = new Map<string, number>([[formatBasis(own), 0]])
  const basis = (name: string) => parseBasis((from.get(name)?.row.basis as string | null) ?? null)
  const up: string[] = []
  for (let at = basis(formatBasis(own)); at; at = basis(formatBasis(at))) {
    const name = formatBasis(at)
    if (up.includes(name) || name === formatBasis(own) || !from.has(name)) break
    up.push(name)
  }
  for (let step = 1; step <= 3; step++)
    for (const [name, { row }] of from) {
      const to = basis(name)
      if (!row.gone && to && !steps.has(name) && steps.get(formatBasis(to)) === step - 1) steps.set(name, step)
    }
  const down = [...steps].filter(([, step]) => step > 0).map(([name, step]) => `${step} ${name}`)
  return [...up.map((name, at) => `${-at - 1} ${name}`), ...down]
}
