import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { takeClock, trueTime, withClock } from './clock.ts'
import { Station } from './device.ts'
import { House } from './server/house.ts'

const DAY = 86_400_000

let end = async () => {}
afterEach(() => end())

test('a device whose clock is days off works by the time of the server', async () => {
  const giveBack = takeClock()
  const house = await House.begin({ olga: 'owner' })
  const station = new Station(house, { name: 'D0', user: 'olga', role: 'owner', day: () => 1 })
  end = async () => {
    await station.end()
    await house.close()
    giveBack()
  }
  station.error = 2 * DAY
  await station.begin()
  await station.settled()
  const own = withClock(station, () => Date.now())
  expect(Math.abs(own - trueTime() - 2 * DAY)).toBeLessThan(1000)
  await eventually(async () => Math.abs((await station.device.status()).offset + 2 * DAY)).toBeLessThan(5000)
  expect(Math.abs(withClock(station, () => station.device.session.now) - trueTime())).toBeLessThan(5000)
})
