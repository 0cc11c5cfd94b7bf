import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFilter } from '../../shared/filters/text.ts'
import { jobs } from '../../shared/jobs/collections.ts'
import { messages } from '../../shared/messages/collections.ts'
import { makeOrder, makeRule, type Office, openOffice, runsIn } from './testing/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const inState = (state: string) => writeFilter([{ field: 'state', is: 'equal', values: [state] }])
const JOB = { does: 'makeJob', subject: 'Call about [Номер]', place: 'a0' } as const
const LETTER = { does: 'letter', template: 'letter', to: 'toResponsible', place: 'a1' } as const

const move = (id: string, state: string) => office.person.run('moveOrder', { id, state })

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
  await makeRule(person, 'r', {}, { job: JOB, letter: LETTER })
  const ids = Array.from({ length: 10 }, () => makeOrder(person))
  for (const id of ids) move(id, 'made')
  await expect.poll(() => runsIn(person).filter(({ steps }) => steps.every(({ made }) => made)).length).toBe(20)
  expect(runsIn(person)).toHaveLength(20)
  expect([...person.rows(jobs)]).toHaveLength(20)
  expect([...person.rows(messages)]).toHaveLength(20)
})
