import { expect, test } from 'vitest'
import { Acting } from './acting.ts'

/** What a page follows, and the answers to what it asks of saving. */
function followed() {
  const words: (() => void)[] = []
  const acting = new Acting(() => new Promise<void>((resolve) => words.push(resolve)))
  const heard: boolean[] = []
  acting.observe(() => heard.push(acting.isUnderWay))
  return { acting, words, heard }
}

test('an act is under way from when it is asked for until the worker has spoken after its end', async () => {
  const { acting, words, heard } = followed()
  const act = Promise.withResolvers<string>()
  const followedAct = acting.follow(act.promise)
  expect([acting.isUnderWay, words.length]).toEqual([true, 0])
  act.resolve('done')
  expect(await followedAct).toBe('done')
  expect([acting.isUnderWay, words.length]).toEqual([true, 1])
  words[0]?.()
  await expect.poll(() => acting.isUnderWay).toBe(false)
  expect(heard).toEqual([true, false])
})

test('one that fails is followed as well; of a session that has ended nothing is awaited', async () => {
  const { acting, words } = followed()
  await expect(acting.follow(Promise.reject(new Error('no')))).rejects.toThrow('no')
  words[0]?.()
  await expect.poll(() => acting.isUnderWay).toBe(false)
  void acting.follow(new Promise(() => undefined))
  expect(acting.isUnderWay).toBe(true)
  acting.end()
  expect(acting.isUnderWay).toBe(false)
})
