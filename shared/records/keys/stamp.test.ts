import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clock, isStamp, replicaOf, timeOf } from './stamp.ts'

const FIVE_MINUTES = 5 * 60_000
const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
const time = fc.integer({ min: 0, max: Date.UTC(2200) })

/** A clock that reads `time`, and can be set. */
function clockAt(replica: string, time: number) {
  const wall = { now: time }
  return { wall, clock: new Clock(replica, () => wall.now) }
}

test('R12: a stamp is 12 digits and the replica', () => {
  fc.assert(
    fc.property(name, time, (replica, now) => {
      const stamp = clockAt(replica, now).clock.tick()
      expect(stamp).toHaveLength(12 + replica.length)
      expect([timeOf(stamp), replicaOf(stamp)]).toEqual([now, replica])
      expect(isStamp(stamp) && isStamp(stamp, replica)).toBe(true)
      expect(isStamp(stamp, `${replica}x`) || isStamp(stamp, replica.slice(1))).toBe(false)
    }),
  )
})

test('R12: stamps of a clock rise, whatever it reads and hears', () => {
  const event = fc.oneof(
    fc.record({ set: time }),
    fc.record({ hear: time, from: name }),
    fc.record({ over: time, from: name }),
  )
  fc.assert(
    fc.property(time, fc.array(event, { maxLength: 30 }), (start, events) => {
      const { wall, clock } = clockAt('A', start)
      let last = clock.tick()
      for (const event of events) {
        if ('set' in event) wall.now = event.set
        if ('hear' in event) clock.see(clockAt(event.from, event.hear).clock.tick())
        if ('over' in event) {
          const seen = clockAt(event.from, event.over).clock.tick()
          expect(clock.tickOver(seen) > seen).toBe(true)
        }
        const next = clock.tick()
        expect(next > last).toBe(true)
        last = next
      }
    }),
  )
})

test('R12: stamps stand by time, then count, then replica', () => {
  const moment = fc.record({ at: time, count: fc.nat({ max: 50 }), replica: fc.constantFrom('A', 'B', 'a', '0', '_') })
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [a, b] = [one, other].map(({ at, count, replica }) => {
        const { clock } = clockAt(replica, at)
        for (let i = 0; i < count; i++) clock.tick()
        return clock.tick()
      })
      const order =
        one.at - other.at ||
        one.count - other.count ||
        (one.replica < other.replica ? -1 : Number(one.replica > other.replica))
      expect(Math.sign(order)).toBe(a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1)
    }),
  )
})

test('R12: a stamp up to five minutes ahead carries the clock along, one further ahead does not', () => {
  const { wall, clock } = clockAt('A', 1_000_000)
  const near = clockAt('B', wall.now + FIVE_MINUTES).clock.tick()
  const far = clockAt('B', wall.now + FIVE_MINUTES + 1).clock.tick()
  clock.see(far)
  expect(timeOf(clock.tick())).toBe(wall.now)
  clock.see(near)
  expect(timeOf(clock.tick())).toBe(wall.now + FIVE_MINUTES)
})

test('R12: a write over a stamp days ahead stands above it and leaves the clock where it was', () => {
  const { wall, clock } = clockAt('A', 1_000_000)
  const ahead = clockAt('B', wall.now + 3 * 86_400_000).clock.tick()
  expect(clock.tickOver(ahead) > ahead).toBe(true)
  expect(timeOf(clock.tick())).toBe(wall.now)
})

test('R12: a millisecond with all its counts used goes over into the next', () => {
  const stamp = `${(1_000_000).toString(36).padStart(9, '0')}zzzB`
  const next = clockAt('A', 0).clock.tickOver(stamp)
  expect([next > stamp, timeOf(next)]).toEqual([true, 1_000_001])
  expect(() => clockAt('A', 0).clock.tickOver(`${'z'.repeat(12)}B`)).toThrow(RangeError)
})

test('a clock reads whole milliseconds', () => {
  const clock = new Clock('A', () => 1_000_000.7)
  expect([clock.now(), timeOf(clock.tick())]).toEqual([1_000_000, 1_000_000])
})

test.each([
  '',
  'A',
  '0mi1c2k3l00',
  '0mi1c2k3l000',
  '0MI1C2K3L000A',
  '0mi1c2k3l000A B',
  '0mi1c2k3l000А',
  `0mi1c2k3l000${'A'.repeat(41)}`,
])('R3: %j is no stamp', (text) => {
  expect(isStamp(text)).toBe(false)
})
