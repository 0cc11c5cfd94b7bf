import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const pause = () => new Promise((resolve) => setImmediate(resolve))

test('jobs that came together go together, of one name one at a time, and every one goes', async () => {
  const runs: string[][] = []
  const turns = new Turns<string>(
    async (jobs) => {
      runs.push([...jobs])
      await pause()
    },
    (job) => job.slice(0, 1),
  )
  for (const job of ['a1', 'a2', 'b1', 'c1', 'b2', 'a3']) turns.add(job)
  await turns.idle()
  expect(runs).toEqual([['a1', 'b1', 'c1'], ['a2', 'b2'], ['a3']])
})

test('nothing is forgotten, whenever it comes, and nothing runs beside another', async () => {
  const wait = fc.constantFrom(0, 1, 2, 3)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), wait), { maxLength: 30 }), async (plan) => {
      let running = 0
      let done = 0
      const alone = async () => {
        expect(++running).toBe(1)
        await Promise.resolve()
        running -= 1
        done += 1
      }
      const turns = new Turns<number>(
        async (jobs) => {
          await alone()
          done += jobs.length - 1
        },
        (job) => String(job),
      )
      for (const [isJob, ticks] of plan) {
        if (isJob) turns.add(Math.random())
        else void turns.between(alone)
        for (let i = 0; i < ticks; i++) await (i % 2 ? pause() : Promise.resolve())
      }
      await turns.idle()
      expect(done).toBe(plan.length)
    }),
  )
})

test('what fails between turns fails for who asked alone', async () => {
  const turns = new Turns<string>(async () => {}, String)
  await expect(turns.between(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(turns.between(async () => 5)).resolves.toBe(5)
})
