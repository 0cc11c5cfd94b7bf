import { afterEach, expect, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { Thread } from './thread.ts'

let thread: Thread<string, string>
afterEach(() => thread.end())

function running(program: string): Thread<string, string> {
  const beginning = "import { parentPort } from 'node:worker_threads'\n"
  return new Thread(new URL(`data:text/javascript,${encodeURIComponent(beginning + program)}`))
}

test('whoever waits for an answer when it is ended gets none, and it answers when it is asked anew', async () => {
  thread = running(`parentPort.on('message', (asked) => { if (asked !== 'silence') parentPort.postMessage(asked) })`)
  expect(await thread.ask('one')).toBe('one')
  const silence = thread.ask('silence')
  void thread.end()
  const two = thread.ask('two')
  await expect(silence).rejects.toThrow('aborted')
  expect(await two).toBe('two')
  expect(await thread.ask('three')).toBe('three')
})

test('what its program throws is thrown where it was asked, and it answers after that', async () => {
  thread = running(`parentPort.on('message', (asked) => {
    if (asked === 'stumble') throw new RangeError('stumbled')
    parentPort.postMessage(asked)
  })`)
  await expect(thread.ask('stumble')).rejects.toThrow('stumbled')
  expect(await thread.ask('on')).toBe('on')
})

test('a failure that its program throws is that failure here', async () => {
  thread = running(`parentPort.on('message', (document) => {
    throw Object.assign(new Error('bad'), { code: 'document-damaged', params: { document } })
  })`)
  const failure = await thread.ask('one').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({ code: 'document-damaged', params: { document: 'one' } })
})
