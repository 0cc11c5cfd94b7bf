import { type Event, events } from '../../../events/collections.ts'
import { endsTooEarly, timeOf } from '../../../events/standing.ts'
import { float } from '../../../funnel/columns/cells.ts'
import type { Fact, FactColumns } from '../../facts/columns.ts'
import { dayNumber } from '../../facts/days.ts'
import { floats } from '../../facts/reading.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import type { Moment, Momentary, Source } from '../source.ts'
import { weekdayOf } from '../weekday.ts'

/** States of a call that came in and was not taken. */
const NOT_TAKEN: readonly Event['state'][] = ['planned', 'calledOff']

/** Events, each a fact of its own (SPEC RP44 to RP46). `begins`: ms since 1970. */
export const EVENTS: Source<typeof events> = {
  of: events,
  dimensions: ['eventKind', 'direction', 'eventState', 'manager', 'customer', 'weekday', 'hour'],
  sums: ['calls', 'incoming', 'outgoing', 'missed', 'letters', 'meetings', 'minutes', 'begins'],
  factsOf,
  momentary,
  measures: {
    count: OWNERS,
    calls: summed('calls', 'behind'),
    incoming: summed('incoming', 'behind'),
    outgoing: summed('outgoing', 'behind'),
    missed: summed('missed', 'behind'),
    letters: summed('letters', 'behind'),
    meetings: summed('meetings', 'behind'),
    hours: { needs: ['minutes'], figure: ([minutes = 0]) => ratioOf(minutes, 60, 100), behind: 'minutes' },
  },
}

function factsOf(event: Event, known: Known): readonly Fact[] {
  const { kind, direction, state, responsible, customer } = event
  const at = timeOf(event)
  const day = dayNumber(known.dayOf(at))
  const [isCall, isIn] = [kind === 'call', direction === 'in']
  const counted = [
    isCall,
    isCall && isIn,
    isCall && direction === 'out',
    isCall && isIn && NOT_TAKEN.includes(state),
    kind === 'letter',
    kind === 'meeting',
  ]
  const keys = [kind, direction, state, responsible, customer, weekdayOf(day), String(known.hourOf(at))]
  return [{ day, keys, sums: [...counted.map(Number), minutesOf(event), at] }]
}

/** A call that is still to come in is not missed. */
function momentary(columns: FactColumns, _: Known, { at: now }: Moment): Momentary {
  const [missed, begins] = [() => columns.sumsOf('missed'), () => columns.sumsOf('begins')]
  return { sums: { missed: floats((row) => (float(begins(), row) <= now ? float(missed(), row) : 0)) } }
}

/** What was called off has taken no time, nor has what ends before it begins, or says not when. */
function minutesOf({ state, start, end }: Event): number {
  if (state === 'calledOff' || start === null || end === null || endsTooEarly({ start, end })) return 0
  return Math.round((end - start) / 60_000)
}
