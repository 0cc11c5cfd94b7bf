import { expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import type { Letter } from '../../../shared/letters/collections.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { LettersAhead } from './letters-ahead.ts'

const NOW = Date.UTC(2026, 10, 28)
const idOf = (days: number) => derivedId('common', NOW - days * DAY_MS, 'letter', String(days))

function ahead() {
  const line = { isUp: true, fails: new Map<string, Failure>() }
  const [ids, asked] = [[idOf(1), idOf(30), idOf(90), idOf(200)], [] as string[]]
  const all = new LettersAhead({
    ids: () => ids,
    letter: (id) => ({ body: `hash of ${id}` }) as unknown as Letter,
    isOnline: () => line.isUp,
    now: () => NOW,
    bytes: {
      isHere: (hash) => asked.some((id) => hash === `hash of ${id}`),
      open: async (id) => {
        const failure = line.fails.get(id)
        if (failure) throw failure
        asked.push(id)
        return new Blob()
      },
    },
  })
  return { all, line, ids, asked }
}

test('MV25: words of the last quarter are fetched once, the newest first', async () => {
  const { all, ids, asked } = ahead()
  ids.reverse()
  await all.look()
  expect(asked).toEqual([idOf(1), idOf(30), idOf(90)])
  ids.push(idOf(0))
  await all.look()
  expect(asked).toEqual([idOf(1), idOf(30), idOf(90), idOf(0)])
})

test('MV25: without a way to the server it goes on later; what the server has not keeps no other waiting', async () => {
  const { all, line, asked } = ahead()
  line.isUp = false
  await all.look()
  expect(asked).toEqual([])
  line.isUp = true
  line.fails.set(idOf(1), new Failure('file-not-here'))
  line.fails.set(idOf(30), new Failure('server-unreachable'))
  await all.look()
  expect(asked).toEqual([])
  line.fails.clear()
  await all.look()
  expect(asked).toEqual([idOf(30), idOf(90)])
})
