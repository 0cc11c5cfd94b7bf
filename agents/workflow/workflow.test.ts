import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../shared/documents/families.ts'
import { writeFilter } from '../../shared/filters/text.ts'
import { jobs } from '../../shared/jobs/collections.ts'
import { messages } from '../../shared/messages/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import { standingOf } from '../../shared/orders/moves/moves.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { reminders } from '../../shared/reminders/collections.ts'
import { rules } from '../../shared/rules/collections.ts'
import { DEEPEST } from '../../shared/rules/planning/plan.ts'
import { readWhy } from '../../shared/rules/why.ts'
import { Memory } from './memory.ts'
import { Noting, notedPlace } from './noting.ts'
import { makeOrder, makeRule, type Office, openOffice, runsIn, saved } from './testing/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const inState = (state: string) => writeFilter([{ field: 'state', is: 'equal', values: [state] }])
const JOB = { does: 'makeJob', subject: 'Call', place: 'a0' } as const
const LETTER = { does: 'letter', template: 'letter', to: 'toResponsible', place: 'a1' } as const

const move = (id: string, state: string) => office.person.run('moveOrder', { id, state })
const states = () => runsIn(office.person).map(({ state }) => state)
const steps = () =>
  runsIn(office.person).flatMap((run) => run.steps.map(({ state, why }) => [state, readWhy(why)?.code]))
const count = (collection: typeof jobs | typeof messages) =>
  [...office.person.rows<typeof jobs | typeof messages>(collection)].length

test('WF1: a move makes one run, one job, one message', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB, letter: LETTER })
  const id = makeOrder(person)
  move(id, 'made')
  await expect.poll(() => runsIn(person)[0]?.steps.map(({ made }) => made !== null)).toEqual([true, true])
  expect(runsIn(person)).toMatchObject([{ rule: 'r', order: id, state: 'waiting', depth: 0 }])
  expect([...person.rows(jobs)]).toMatchObject([{ order: id, performer: 'max', basis: `orders/${id}` }])
  const [message, more] = [...person.rows(messages)]
  expect(more).toBeUndefined()
  expect(message).toMatchObject({ way: 'letter', state: 'waiting', to: 'max@b.test', order: id, rule: 'r' })
  expect((message?.due ?? 0) - (message?.madeAt ?? 0)).toBeGreaterThanOrEqual(29_000)
})

test('WF2: two engines at once make one of each', async () => {
  await office.engine('one')
  await office.engine('two')
  const { person } = office
  const set = { does: 'setState', state: 'sent', place: 'a2' } as const
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB, letter: LETTER, set })
  const ids = Array.from({ length: 20 }, () => makeOrder(person))
  for (const id of ids) move(id, 'made')
  await expect.poll(() => runsIn(person).filter((run) => run.steps.every(({ made }) => made)).length).toBe(20)
  expect([runsIn(person).length, count(jobs), count(messages)]).toEqual([20, 20, 20])
  for (const { moves } of person.rows(orders))
    expect(moves.map(({ state }) => state).sort()).toEqual(['made', 'new', 'sent'])
})

test('WF3: an engine that is stopped in the middle goes on where it was, and does nothing twice', async () => {
  const { person } = office
  const first = await office.engine()
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB, letter: LETTER })
  const ids = Array.from({ length: 10 }, () => makeOrder(person))
  for (const id of ids) move(id, 'made')
  await expect.poll(() => count(jobs)).toBeGreaterThan(0)
  await first.stop()
  for (const id of ids) move(id, 'sent')
  const late = makeOrder(person)
  move(late, 'made')
  await saved(person)
  await office.engine()
  await expect.poll(() => count(messages)).toBe(11)
  await expect.poll(() => runsIn(person).filter((run) => run.steps.every(({ made }) => made)).length).toBe(11)
  expect([runsIn(person).length, count(jobs), count(messages)]).toEqual([11, 11, 11])
})

test('WF3: an engine on a new disk goes on with the runs that wait', async () => {
  const { person } = office
  const first = await office.engine()
  await makeRule(person, 'r', { criteria: inState('made') }, { job: { ...JOB, delay: 60 * 24 } })
  move(makeOrder(person), 'made')
  await expect.poll(states).toEqual(['waiting'])
  await first.stop()
  await office.engine('two')
  await makeRule(person, 'r', { on: false }, {})
  await expect.poll(steps).toEqual([['skipped', 'ruleOff']])
})

test('WF3: an engine on a new disk hears what moved since the last one ended, once, and nothing from before', async () => {
  const { person } = office
  const first = await office.engine()
  const [before, waits, between] = [makeOrder(person), makeOrder(person), makeOrder(person)]
  move(before, 'made')
  await saved(person)
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB })
  move(waits, 'made')
  await expect.poll(states).toEqual(['done'])
  await first.stop()
  move(between, 'made')
  await saved(person)
  const second = await office.engine('two')
  await expect.poll(states).toEqual(['done', 'done'])
  await second.stop()
  await office.engine('three')
  move(before, 'sent')
  move(before, 'made')
  await expect.poll(() => runsIn(person).map(({ order }) => order)).toEqual([waits, between, before])
  await expect.poll(states).toEqual(['done', 'done', 'done'])
  expect(count(jobs)).toBe(3)
})

test('WF3: how far engines are is noted before what is still awaited, and never goes back', () => {
  const { person } = office
  let now = Date.UTC(2026, 10, 28)
  const memory = Memory.from({ read: () => null, write: () => {} }, 0).memory
  const noting = new Noting({ replica: person, memory, now: () => now })
  const heard = (journal: number) => {
    noting.heard(journal)
    return [noting.look(), notedPlace({ replica: person })]
  }
  expect(heard(100)).toEqual([null, 100])
  expect(heard(120)).toEqual([now + 60_000, 100])
  now += 60_000
  expect(heard(130)).toEqual([null, 130])
  memory.awaited.set('order', new Map([['m', { journal: 141, at: now }]]))
  now += 60_000
  expect(heard(150)).toEqual([null, 140])
  now += 60_000
  expect(heard(110)).toEqual([null, 140])
  now += 600_000
  expect(heard(160)).toEqual([null, 160])
})

test('WF4: a device that comes late with fifty moves has a run for each', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB })
  const away = await office.desk()
  const ids = Array.from({ length: 50 }, () => makeOrder(away))
  for (const id of ids) away.run('moveOrder', { id, state: 'made' })
  await saved(away)
  away.stop()
  await expect.poll(states).toEqual(ids.map(() => 'done'))
  expect([...person.rows(jobs)].map(({ order }) => order).sort()).toEqual(ids.sort())
})

test('WF5: what was made before a rule was switched on, or before an engine first listened, starts nothing', async () => {
  const { person } = office
  const old = Array.from({ length: 10_000 }, () => makeOrder(person))
  await saved(person)
  await office.engine()
  await makeRule(person, 'r', {}, { job: JOB, letter: LETTER })
  move(old[0] ?? '', 'made')
  await expect.poll(() => count(messages)).toBe(1)
  expect(runsIn(person)).toMatchObject([{ order: old[0] }])
})

test('WF5: a rule that is switched on again does not hear what happened meanwhile', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { on: false }, { job: JOB })
  makeOrder(person)
  await saved(person)
  await makeRule(person, 'r', { on: true }, {})
  const id = makeOrder(person)
  await expect.poll(() => runsIn(person).map(({ order }) => order)).toEqual([id])
})

test('WF6: of orders that are taken in from elsewhere nothing is heard', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', {}, { job: JOB })
  for (let i = 0; i < 20; i++) makeOrder(person, {}, { quiet: true })
  const own = makeOrder(person)
  await expect.poll(() => runsIn(person).map(({ order }) => order)).toEqual([own])
})

test('WF7: undoing a move in time calls off its letter', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { letter: LETTER })
  const id = makeOrder(person)
  move(id, 'made')
  await expect.poll(() => count(messages)).toBe(1)
  const made = standingOf([...person.rows(orders)].find((one) => one.id === id) ?? { moves: [] }).move?.id ?? ''
  person.run('undoOneMove', { id, move: made })
  await expect.poll(() => [...person.rows(messages)].map(({ state }) => state)).toEqual(['cancelled'])
  await expect.poll(steps).toEqual([['cancelled', 'undone']])
  expect(states()).toEqual(['cancelled'])
})

test('WF8: a step of a message ends as its message does', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { letter: LETTER })
  for (const [i, state] of (['sent', 'failed'] as const).entries()) {
    move(makeOrder(person), 'made')
    await expect.poll(() => count(messages)).toBe(i + 1)
    const waiting = [...person.rows(messages)].find((one) => one.state === 'waiting')
    person.run('setRecord', { collection: 'messages', id: waiting?.id ?? '', values: { state } })
    await expect.poll(() => states()[i]).toBe(state === 'sent' ? 'done' : 'failed')
  }
})

test('WF9: a rule moves orders, and that starts others; those that go round are stopped, in words', async () => {
  await office.engine()
  const { person } = office
  const sets = (state: string) => ({ set: { does: 'setState', state, place: 'a0' } }) as const
  await makeRule(person, 'on', { criteria: inState('made') }, sets('sent'))
  // Written past the check: as two devices may that know nothing of each other.
  const values = { name: 'back', on: true, start: 'changesState', sort: 'customer', criteria: inState('sent') } as const
  person.run('createRecord', { collection: 'rules', id: 'back', values: { ...values, actions: sets('made') } as never })
  await expect.poll(() => [...person.rows(rules)].length).toBe(2)
  move(makeOrder(person), 'made')
  await expect.poll(() => states().filter((state) => state === 'skipped').length).toBe(1)
  const all = runsIn(person)
  expect(all).toHaveLength(DEEPEST + 2)
  expect(readWhy(all.find(({ state }) => state === 'skipped')?.why ?? null)?.code).toBe('tooDeep')
  expect([...person.rows(orders)][0]?.moves.filter(({ cause }) => cause !== null)).toHaveLength(DEEPEST + 1)
})

test('WF10: what cannot be done is said in words, and asked for again it is done', async () => {
  await office.engine()
  const { person } = office
  await makeRule(
    person,
    'r',
    { criteria: inState('made') },
    { letter: { ...LETTER, to: 'toCustomer' }, set: { does: 'setState', state: 'gone', place: 'a2' } },
  )
  const id = makeOrder(person)
  move(id, 'made')
  await expect.poll(steps).toEqual([
    ['skipped', 'noCustomer'],
    ['failed', 'refused'],
  ])
  const customer = person.run('createRecord', {
    collection: 'customers',
    id: id,
    values: { name: 'Anna', email: 'a@b.test' },
  })
  expect(customer).toBeUndefined()
  person.run('setOrder', { id, fields: { customer: id } })
  person.run('runAgain', { id: runsIn(person)[0]?.id ?? '', step: 'letter' })
  await expect.poll(() => [...person.rows(messages)].map(({ to }) => to)).toEqual(['a@b.test'])
})

test('WF11: what refers to data that have not arrived waits for them, and says so', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB })
  const id = makeOrder(person, { customer: 'common-01a0a971-c280-78c6-905a-ec5f1552f325' })
  move(id, 'made')
  await expect
    .poll(() => readWhy(runsIn(person)[0]?.why ?? null))
    .toEqual({ code: 'awaitsData', params: { what: 'customers' } })
  const values = { name: 'Anna' }
  person.run('createRecord', { collection: 'customers', id: 'common-01a0a971-c280-78c6-905a-ec5f1552f325', values })
  await expect.poll(() => states().sort()).toEqual(['done', 'skipped'])
  expect(count(jobs)).toBe(1)
})

test('WF12: an order that is made, and one that has stood, start rules when their time has come', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'made', { start: 'isCreated' }, { job: JOB })
  await makeRule(
    person,
    'stood',
    { start: 'hasStood', hours: 0 },
    { remind: { does: 'remind', subject: 'Look', place: 'a0' } },
  )
  const id = makeOrder(person)
  await expect
    .poll(() => [...person.rows(reminders)])
    .toMatchObject([{ person: 'max', text: 'Look', about: `orders/${id}` }])
  expect(count(jobs)).toBe(0)
  person.run('postOrder', { id, posted: true })
  await expect.poll(() => count(jobs)).toBe(1)
  move(id, 'made')
  await expect.poll(() => [...person.rows(reminders)].length).toBe(2)
  expect(runsIn(person)).toHaveLength(3)
})

test('WF13: criteria may name fields that the company has added', async () => {
  await office.engine()
  const { person } = office
  const field = { name: 'Way', of: 'orders', type: 'line', place: 'a0' } as const
  person.run('createRecord', { collection: 'customFields', id: 'custom_way', values: field })
  const criteria = writeFilter([{ field: 'custom_way', is: 'equal', values: ['by air'] }])
  await makeRule(person, 'r', { criteria }, { job: { ...JOB, subject: 'Fly' } })
  makeOrder(person, { custom_way: 'by sea' })
  const id = makeOrder(person, { custom_way: 'By air' })
  await expect.poll(() => runsIn(person).map(({ order, state }) => [order, state])).toEqual([[id, 'done']])
})

test('FT6: with rules off no move begins a run, however late it is heard of; on again, those do that come behind', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB })
  person.run('switchFeatures', { ids: ['rules'], on: false })
  await saved(person)
  const [early, late] = [makeOrder(person), makeOrder(person)]
  move(early, 'made')
  await saved(person)
  person.run('switchFeatures', { ids: ['rules'], on: true })
  await saved(person)
  move(late, 'made')
  await expect.poll(() => count(jobs)).toBe(1)
  expect(runsIn(person).map(({ order }) => order)).toEqual([late])
})

test('FT6: a run that waits stands still while rules are off, and goes on once they are on', async () => {
  await office.engine()
  const { person } = office
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB })
  const customer = newId('common', Date.now())
  move(makeOrder(person, { customer }), 'made')
  await expect.poll(() => runsIn(person).map(({ why }) => readWhy(why)?.code)).toEqual(['awaitsData', 'awaitsData'])
  person.run('switchFeatures', { ids: ['rules'], on: false })
  await saved(person)
  person.run('createRecord', { collection: 'customers', id: customer, values: { name: 'Assol' } })
  await saved(person)
  expect(count(jobs)).toBe(0)
  person.run('switchFeatures', { ids: ['rules'], on: true })
  await expect.poll(() => count(jobs)).toBe(1)
})

test('FT6: an action of a feature that is off is passed over', async () => {
  await office.engine()
  const { person } = office
  person.run('switchFeatures', { ids: ['jobs'], on: false })
  await saved(person)
  await makeRule(person, 'r', { criteria: inState('made') }, { job: JOB, letter: LETTER })
  move(makeOrder(person), 'made')
  await expect.poll(() => count(messages)).toBe(1)
  expect([steps().length, count(jobs)]).toEqual([1, 0])
})

test('WF14, SG12: a rule for customers in a segment acts by what all of their orders come to, the one that moved among them', async () => {
  await office.engine()
  const { person } = office
  const customer = newId(COMMON, Date.now())
  const make = (collection: 'customers' | 'segments', id: string, values: object) =>
    person.run('createRecord', { collection, id, values: values as never })
  make('customers', customer, { name: 'Лютик' })
  const criteria = writeFilter([{ field: 'orders.count', is: 'atLeast', values: [2] }])
  make('segments', 'regular', { name: 'Regular', sort: 'liveSegment', criteria })
  const isIn = { field: 'customer.inSegment', is: 'in', values: ['regular'] } as const
  await makeRule(
    person,
    'r',
    { criteria: writeFilter([isIn, { field: 'state', is: 'notEqual', values: ['new'] }]) },
    { job: JOB },
  )
  await makeRule(person, 'all', { criteria: inState('made') }, { job: JOB })
  const runsOf = (rule: string) => runsIn(person).filter((run) => run.rule === rule)
  const [first, second] = [makeOrder(person), makeOrder(person)]
  person.run('setOrder', { id: first, fields: { customer } })
  await saved(person)
  move(first, 'made')
  await expect.poll(() => runsOf('all').length).toBe(1)
  person.run('setOrder', { id: second, fields: { customer } })
  move(second, 'made')
  await expect.poll(() => runsOf('r').map(({ order, state }) => [order, state])).toEqual([[second, 'done']])
  person.run('removeRecord', { collection: 'segments', id: 'regular' })
  await saved(person)
  move(first, 'sent')
  const told = () => runsOf('r').flatMap(({ order, why }) => (order === first ? [readWhy(why)?.code] : []))
  await expect.poll(told).toEqual(['criteriaBroken'])
})
