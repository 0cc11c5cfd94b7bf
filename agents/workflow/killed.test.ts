import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFilter } from '../../shared/filters/text.ts'
import { jobs } from '../../shared/jobs/collections.ts'
import { messages } from '../../shared/messages/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import { makeOrder, makeRule, type Office, openOffice, runsIn } from './testing/office.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
/** How many runs were begun when it is killed. */
const KILLED_AT = [3, 9, 17]
const ORDERS = 25

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

/** A process of agents, once it works. */
async function start() {
  const { folder, address } = office
  const child = spawn(process.execPath, [MAIN, 'workflow', '--data', folder, '--url', address])
  for await (const line of createInterface({ input: child.stdout })) if (JSON.parse(line).msg === 'begins') break
  return {
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

test('WF3: killed at any moment, the next process goes on, and nothing is done twice', async () => {
  const { person } = office
  // In the folder of the processes: they go on behind where it listened.
  const first = await office.engine('.')
  const criteria = writeFilter([{ field: 'state', is: 'equal', values: ['made'] }])
  await makeRule(
    person,
    'r',
    { criteria },
    {
      job: { does: 'makeJob', subject: 'Call', place: 'a0' },
      letter: { does: 'letter', template: 'letter', to: 'toResponsible', place: 'a1' },
      set: { does: 'setState', state: 'sent', place: 'a2' },
    },
  )
  await first.stop()
  let process = await start()
  const isDone = () => runsIn(person).filter((run) => run.steps.every(({ made }) => made)).length
  const ids: string[] = []
  const moveOne = () => {
    const id = makeOrder(person)
    person.run('moveOrder', { id, state: 'made' })
    ids.push(id)
  }
  for (const killed of KILLED_AT) {
    while (ids.length < killed + 4) moveOne()
    await expect.poll(() => runsIn(person).length, { interval: 1 }).toBeGreaterThanOrEqual(killed)
    await process.kill()
    process = await start()
  }
  while (ids.length < ORDERS) moveOne()
  await expect.poll(isDone).toBe(ORDERS)
  await process.kill()
  expect(
    runsIn(person)
      .map(({ order }) => order)
      .sort(),
  ).toEqual(ids.sort())
  expect([...person.rows(jobs)].map(({ order }) => order).sort()).toEqual(ids)
  expect([...person.rows(messages)].map(({ order }) => order).sort()).toEqual(ids)
  for (const { moves } of person.rows(orders))
    expect(moves.map(({ state }) => state).sort()).toEqual(['made', 'new', 'sent'])
})
