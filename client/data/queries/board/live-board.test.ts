import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { ORDER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { cellKey } from './cell-key.ts'
import { LiveBoard } from './live-board.ts'
import { PLANNED_IN } from './next/upcoming.ts'
import type { BoardAnswer, BoardCell, BoardQuery } from './query.ts'

const IDS = [1, 2, 3, 4, 5].map((n) => derivedId('common', START, 'test', `order ${n}`))
const PEOPLE = ['anna', 'boris']
const CUSTOMERS = ['assol', 'grey'].map((name) => derivedId('common', START, 'test', name))
const DAY = 86_400_000
const STATES = ['new', 'measured', 'made', COMPLETED]
const whole: BoardQuery = {
  what: 'board',
  kind: 'kitchens',
  filter: [],
  search: '',
  lanes: false,
  windows: STATES.map((state) => ({ lane: null, state, from: 0, to: 100 })),
}
const byPeople: BoardQuery = {
  ...whole,
  lanes: true,
  windows: STATES.flatMap((state) => [...PEOPLE, null].map((lane) => ({ lane, state, from: 0, to: 100 }))),
}

/** A shop whose changes reach a directory, and a board that follows them. */
function stage(query: BoardQuery) {
  const shop = shopWithOrder()
  const directory = new Directory()
  const take = (written: readonly { readonly collection: string; readonly id: string }[]) =>
    directory.take(
      written.map(({ collection: name, id }) => {
        const collection = COLLECTIONS[name as CollectionName] as Collection
        return { collection, id, before: null, after: shop.row(collection, id), origin: 'test' }
      }),
    )
  take([
    { collection: 'kinds', id: 'kitchens' },
    { collection: 'orders', id: ORDER },
  ])
  for (const id of PEOPLE) take(shop.do('createRecord', { collection: 'people', id, values: { name: id } }))
  const board = new LiveBoard(directory, query)
  const run = <N extends CommandName>(name: N, args: CommandArgs<N>) => board.take(take(shop.do(name, args)))
  return { shop, board, run, afresh: (asked = query) => new LiveBoard(directory, asked).answer() }
}

/** The board that a page has made of its answers. */
function pageOf(cells: Map<string, BoardCell>, answer: BoardAnswer) {
  if (answer.fresh) cells.clear()
  for (const cell of answer.cells) cells.set(cellKey(cell.lane, cell.state), cell)
  return Object.fromEntries([...cells].filter(([, cell]) => cell.count > 0).sort())
}

function cellOf(answer: BoardAnswer, state: string, lane: string | null = null): BoardCell | undefined {
  return answer.cells.find((cell) => cell.state === state && cell.lane === lane)
}

const person = fc.constantFrom(...PEOPLE, null)
/** Something that is planned for an order or a customer, is done, or is removed. */
const plan = fc.record({
  id: fc.constantFrom(...IDS),
  collection: fc.constantFrom(...PLANNED_IN),
  customer: fc.constantFrom(...CUSTOMERS, null),
  order: fc.constantFrom(...IDS, null),
  at: fc.constantFrom(START, START + DAY, null),
  state: fc.constantFrom('underway', 'done', null),
  gone: fc.boolean(),
})

const deed = fc.record({
  customer: fc.constantFrom(...CUSTOMERS, null),
  id: fc.constantFrom(...IDS),
  state: fc.constantFrom(...STATES),
  responsible: person,
  place: fc.constantFrom('a1', 'a2', 'a3', null),
  gone: fc.boolean(),
  plans: fc.array(plan, { maxLength: 2 }),
})

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** Makes the order where it is not there, then moves it and puts it somewhere. */
function act(
  { shop, run }: ReturnType<typeof stage>,
  { id, state, responsible, place, gone, customer, plans }: Deed,
): void {
  const start = { kind: 'kitchens', state: 'new' }
  run('createOrder', { id, fields: { sort: 'customer' }, lines: [{ quantity: 1_000, price: 7 }], start })
  if (shop.state(id) === COMPLETED) run('moveOrder', { id, state: 'new', comment: 'again' })
  run('setOrder', { id, fields: { responsible, customer, cardPlace: place } })
  if (state !== shop.state(id)) {
    run('moveOrder', { id, state, ...(state === COMPLETED && { completion: 'success' as const }) })
  }
  for (const one of plans) planned(run, one)
  run(gone ? 'removeRecord' : 'restoreRecord', { collection: 'orders', id })
}

function planned(
  run: ReturnType<typeof stage>['run'],
  { collection, id: name, customer, order, at, state, gone }: Plan,
): void {
  const id = derivedId('common', START, collection, name)
  const basis = order && `orders/${order}`
  run('createRecord', { collection, id, values: { subject: id } })
  run('setRecord', { collection, id, values: { customer, basis, start: at, state } })
  run(gone ? 'removeRecord' : 'restoreRecord', { collection, id })
}

describe('a board that is mended', () => {
  test.each([
    ['without lanes', whole],
    ['with lanes', byPeople],
    ['of one person', { ...whole, filter: [{ field: 'responsible', is: 'in', values: ['anna'] }] }],
    ['in small windows', { ...whole, windows: STATES.map((state) => ({ lane: null, state, from: 1, to: 3 })) }],
  ] as const)('is on the page what it would be if made anew: %s', (_name, query: BoardQuery) => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const set = stage(query)
        const cells = new Map<string, BoardCell>()
        for (const one of deeds) {
          act(set, one)
          const answer = set.board.answer()
          const anew = set.afresh()
          expect(pageOf(cells, answer)).toEqual(pageOf(new Map(), anew))
          expect([answer.lanes, answer.strays]).toEqual([anew.lanes, anew.strays])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('posts the two cells of a move, not the others', () => {
    const { board, run } = stage(whole)
    board.answer()
    run('moveOrder', { id: ORDER, state: 'made' })
    const { fresh, cells } = board.answer()
    expect(fresh).toBe(false)
    expect(cells.map(({ state, count, sum }) => [state, count, sum])).toEqual([
      ['new', 0, 0],
      ['made', 1, 1_000],
    ])
  })

  test('is not due for an order of another kind', () => {
    const { board, run } = stage(whole)
    run('moveOrder', { id: ORDER, kind: 'repairs', state: 'taken' })
    board.answer()
    expect(run('setOrder', { id: ORDER, fields: { note: 'x' } })).toBe(false)
  })
})

describe('a board that is asked otherwise', () => {
  test('gives the cards of a new window, and only its cell', () => {
    const { board } = stage({ ...whole, windows: [] })
    expect(cellOf(board.answer(), 'new')).toMatchObject({ count: 1, sum: 1_000, cards: [] })
    const made = { lane: null, state: 'new', from: 0, to: 10 }
    board.ask({ ...whole, windows: [made] })
    const { fresh, cells } = board.answer()
    expect([fresh, cells.length, cells[0]?.cards[0]?.id]).toEqual([false, 1, ORDER])
  })

  test('begins anew with lanes: one for each responsible, that of nobody last', () => {
    const { board, run } = stage(whole)
    for (const [i, id] of IDS.entries()) {
      const fields = { sort: 'customer' as const, responsible: ['boris', 'anna'][i] ?? null }
      run('createOrder', { id, fields, lines: [], start: { kind: 'kitchens', state: 'new' } })
    }
    board.answer()
    board.ask(byPeople)
    const answer = board.answer()
    expect(answer.fresh).toBe(true)
    expect(answer.lanes.map((lane) => lane.id)).toEqual(['anna', 'boris', null])
    expect(cellOf(answer, 'new', 'anna')?.count).toBe(1)
    expect(cellOf(answer, 'new')?.count).toBe(4)
  })
})

test('a state that the kind has no more is named, with its cards, until they have left it', () => {
  const { board, run } = stage(whole)
  expect(board.answer().strays).toEqual([])
  run('removeState', { id: 'kitchens', state: 'new' })
  const answer = board.answer()
  expect([answer.strays, cellOf(answer, 'new')?.count]).toEqual([['new'], 1])
  run('moveOrder', { id: ORDER, state: 'measured' })
  expect(board.answer().strays).toEqual([])
})

test('completed cards stand by the time of their completion, wherever they were put before', () => {
  const { board, run } = stage(whole)
  for (const [i, id] of IDS.entries()) {
    const fields = { sort: 'customer' as const, cardPlace: `a${9 - i}` }
    run('createOrder', { id, fields, lines: [], start: { kind: 'kitchens', state: 'new' } })
    run('moveOrder', { id, state: COMPLETED, completion: 'success' })
  }
  expect(cellOf(board.answer(), COMPLETED)?.cards.map((card) => card.id)).toEqual([...IDS].reverse())
})
