import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupsIn } from '../backup/listing.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'
import { Backups } from './backups.ts'
import { lastDue, nextDue } from './schedule.ts'

const ZONE = 'Europe/Moscow'
const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 26, 9)
const THREE = Date.UTC(2026, 10, 26, 0)

let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
let to: string
const logged: { level: number; msg: string }[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line)) })
beforeEach(async () => {
  logged.length = 0
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  to = join(stage.folder, 'backups')
  const { stop } = await startOn(data)
  await stop()
})
afterEach(() => stage.remove())

function backupsAt(clock: { now: number }, at: string | null = '03:00', daily = 7) {
  const keep = { daily, weekly: 1, monthly: 1 }
  return new Backups({ data, to, at, keep, log, zone: async () => ZONE, now: () => clock.now })
}

test('K4: it is due at three by the company’s clock, the day before in the early morning', () => {
  expect(lastDue(NOON, '03:00', ZONE)).toBe(THREE)
  expect(lastDue(THREE - 1, '03:00', ZONE)).toBe(THREE - 24 * HOUR)
  expect(nextDue(NOON, '03:00', ZONE)).toBe(THREE + 24 * HOUR)
  expect(nextDue(THREE - 1, '03:00', ZONE)).toBe(THREE)
  expect(lastDue(NOON, '03:00', 'Asia/Vladivostok')).toBe(Date.UTC(2026, 10, 25, 17))
  // On the day when clocks go forward at two, there is no half past two.
  expect(lastDue(Date.UTC(2026, 2, 29, 12), '02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
})

test('K4: a missed night is made up for, once, and the next one is made at its time', async () => {
  const clock = { now: NOON }
  const backups = backupsAt(clock)
  for (let look = 0; look < 2; look++) await backups.look()
  expect(backupsIn(to).map(({ made }) => made)).toEqual([NOON])
  clock.now = THREE + 24 * HOUR - 1
  await backups.look()
  clock.now++
  await backups.look()
  expect(backupsIn(to).map(({ made }) => made)).toEqual([clock.now, NOON])
  expect(await backups.state()).toMatchObject({ failed: null, isLate: false, next: THREE + 48 * HOUR })
})

test('K5: what is older than is to be kept goes when a new one stands', async () => {
  const clock = { now: NOON - 4 * 24 * HOUR }
  const backups = backupsAt(clock, '03:00', 2)
  for (; clock.now <= NOON; clock.now += 24 * HOUR) await backups.look()
  const days = backupsIn(to).map(({ made }) => (NOON - made) / (24 * HOUR))
  expect(days).toEqual([0, 1])
})

test('K6: one that cannot be made is said with the reason, tried again after an hour, and warned of after 36', async () => {
  const clock = { now: NOON }
  const backups = backupsAt(clock)
  writeFileSync(to, 'a file where the folder should be')
  await backups.look()
  expect(backups.hasFailed).toBe(true)
  rmSync(to)
  await backups.look()
  expect(backupsIn(to)).toEqual([])
  clock.now += HOUR
  await backups.look()
  expect(await backups.state()).toMatchObject({ failed: null, isLate: false })
  writeFileSync(join(data, 'voronka.sqlite'), 'no database')
  clock.now += 37 * HOUR
  await backups.look()
  const state = await backups.state()
  expect(state.failed?.failure.code).toBe('data-damaged')
  expect([state.isLate, backups.age()]).toEqual([true, 37 * 3600])
  expect(logged.map(({ msg }) => msg)).toEqual([
    'no backup was made',
    'no backup was made',
    'there has been no backup for more than 36 hours',
  ])
})

test('K7: asked for twice at once it is one; with no night’s time only then', async () => {
  const clock = { now: NOON }
  const backups = backupsAt(clock, null)
  const [one, other] = await Promise.all([backups.make(), backups.make()])
  expect(one.folder).toBe(other.folder)
  expect((await backups.state()).next).toBe(null)
  await backups.stop()
})
