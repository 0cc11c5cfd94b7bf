import { expect, test } from 'vitest'
import { outdated } from './retention.ts'

const ZONE = 'Europe/Moscow'
const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 26, 12)
const KEEP = { daily: 7, weekly: 4, monthly: 12 }

const at = (daysAgo: number, damaged: readonly string[] = []) => ({ made: NOW - daysAgo * DAY, damaged })
const days = (backups: readonly { readonly made: number }[]) => backups.map(({ made }) => (NOW - made) / DAY)

/** What is left when a backup was made each day and what was to go went. */
function lived(count: number) {
  let backups: ReturnType<typeof at>[] = []
  for (let day = 0; day < count; day++) {
    const now = NOW - (count - 1 - day) * DAY
    backups = [{ made: now, damaged: [] }, ...backups]
    const going = new Set(outdated(backups, KEEP, ZONE, now))
    backups = backups.filter((one) => !going.has(one))
  }
  return backups
}

test('K5: after a year there are the last 7 days, 4 weeks and 12 months', () => {
  const left = days(lived(400))
  expect(left.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 11])
  // The ends of October to January, and the week’s ends between.
  expect(left).toContain(26)
  expect(left.at(-1)).toBeGreaterThan(300)
  expect(left.length).toBeLessThanOrEqual(7 + 4 + 12)
})

test('K5: of a day the last one stays, and all of the last 24 hours', () => {
  const backups = [at(0), at(0.1), at(0.2), at(2), at(2.1), at(2.2)]
  expect(days(outdated(backups, KEEP, ZONE, NOW)).map((day) => day.toFixed(1))).toEqual(['2.1', '2.2'])
})

test('K5: backups with damaged documents push out no sound one', () => {
  const sound = [at(40), at(41)]
  const damaged = Array.from({ length: 30 }, (_, day) => at(day, ['a document']))
  const going = outdated([...damaged, ...sound], { daily: 2, weekly: 0, monthly: 0 }, ZONE, NOW)
  expect(going).toEqual(damaged.slice(2))
})

test('a backup on a summer’s night counts to the company’s day', () => {
  const [late, early] = [Date.UTC(2026, 10, 20, 20, 59), Date.UTC(2026, 10, 20, 21, 1)]
  const backups = [late, early].map((made) => ({ made, damaged: [] }))
  expect(outdated(backups, { daily: 2, weekly: 0, monthly: 0 }, ZONE, NOW)).toEqual([])
  expect(outdated(backups, { daily: 2, weekly: 0, monthly: 0 }, 'UTC', NOW)).toEqual([backups[0]])
})
