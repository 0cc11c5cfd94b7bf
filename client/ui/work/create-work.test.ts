import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isStop, type UnderWay } from '../../../shared/under-way.ts'
import { createWork } from './create-work.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A deed that lasts until it is told to end, or is stopped. */
function deed() {
  const ending = Promise.withResolvers<string>()
  const begun: UnderWay[] = []
  const run = (underWay: UnderWay) => {
    begun.push(underWay)
    underWay.signal.addEventListener('abort', () => ending.reject(underWay.signal.reason))
    return ending.promise
  }
  const tell = (done: number) => begun[0]?.onProgress({ done, total: 10, way: 'forth' })
  return { run, tell, end: () => ending.resolve('ended') }
}

test('what is over in a moment shows nothing; what lasts shows how far it is, and nothing when it is over', async () => {
  const work = createWork('change-stopped')
  const [short, long] = [deed(), deed()]
  const first = work.run(short.run)
  short.tell(5)
  vi.advanceTimersByTime(400)
  short.end()
  expect([work.progress(), await first]).toEqual([null, 'ended'])
  vi.advanceTimersByTime(400)

  const second = work.run(long.run)
  long.tell(1)
  vi.advanceTimersByTime(400)
  expect(work.progress()).toBe(null)
  vi.advanceTimersByTime(200)
  expect(work.progress()).toMatchObject({ done: 1 })
  long.tell(7)
  expect(work.progress()).toMatchObject({ done: 7, total: 10 })
  long.end()
  expect([await second, work.progress()]).toEqual(['ended', null])
})

test('a deed that is stopped ends with its Failure; another one stops it, and is not confused with it', async () => {
  const work = createWork('file-stopped')
  const [first, second] = [deed(), deed()]
  const stopped = work.run(first.run)
  const caught = stopped.catch((error: unknown) => error)
  const next = work.run(second.run)
  expect(await caught).toMatchObject({ code: 'file-stopped' })
  expect(isStop(await caught)).toBe(true)
  vi.advanceTimersByTime(600)
  first.tell(9)
  expect(work.progress()).toBe(null)
  second.tell(2)
  expect(work.progress()).toMatchObject({ done: 2 })
  work.stop()
  await expect(next).rejects.toMatchObject({ code: 'file-stopped' })
  expect(work.progress()).toBe(null)
})
