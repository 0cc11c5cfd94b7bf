import { expect, test } from 'vitest'
import type { Report } from '../../../../shared/calls/protocol.ts'
import { Failure } from '../../../../shared/errors.ts'
import { sender } from './sending.ts'

const REPORTS: readonly Report[] = ['a', 'b', 'c'].map((call) => ({ call, what: 'ringing' }))

/** Hands three reports on to who takes none of `a` until it was tried so often; which were taken. */
async function sent(error: Error, until: number): Promise<readonly (string | undefined)[]> {
  const taken: (string | undefined)[] = []
  let tries = 0
  const report = async ({ call }: Report) => {
    if (call === 'a' && ++tries <= until) throw error
    taken.push(call)
  }
  const log = { info: () => undefined, warn: () => undefined } as never
  const reports = sender({ report, log }, 1)
  reports.add(REPORTS)
  await expect.poll(() => taken.at(-1)).toBe('c')
  await reports.stop()
  return taken
}

test('CL15: what is refused for good does not keep what comes behind it', async () => {
  expect(await sent(new Failure('record-newer'), Number.POSITIVE_INFINITY)).toEqual(['b', 'c'])
})

test.each([new Failure('server-unreachable'), new Error('odd')])(
  'CL15: what the server is away for is told however long that takes (%s)',
  async (error) => {
    expect(await sent(error, 100)).toEqual(['a', 'b', 'c'])
  },
)
