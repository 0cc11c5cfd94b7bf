import { secondsOf } from '../../../calls/call-item.ts'
import { type Call, calls } from '../../../calls/collections.ts'
import { beganAt, isMissed } from '../../../calls/missed/missed.ts'
import type { Fact } from '../../facts/columns.ts'
import { dayNumber } from '../../facts/days.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import type { Source } from '../source.ts'
import { weekdayOf } from '../weekday.ts'

/** Calls, each a fact of its own (SPEC CL17). `comers`: those that came in, and were answered or missed. */
export const CALLS: Source<typeof calls> = {
  of: calls,
  dimensions: ['manager', 'phone', 'direction', 'callState', 'customer', 'weekday', 'hour'],
  sums: ['talks', 'missed', 'taken', 'comers', 'seconds'],
  factsOf,
  measures: {
    count: OWNERS,
    talks: summed('talks', 'behind'),
    missed: summed('missed', 'behind'),
    answered: {
      needs: ['taken', 'comers'],
      figure: ([taken = 0, comers = 0]) => ratioOf(taken, comers, 10_000),
      behind: 'comers',
    },
    minutes: { needs: ['seconds'], figure: ([seconds = 0]) => ratioOf(seconds, 60), behind: 'seconds' },
  },
}

function factsOf(call: Call, known: Known): readonly Fact[] {
  const { responsible, phone, direction, state, customer } = call
  const at = beganAt(call)
  const day = dayNumber(known.dayOf(at))
  const isTalk = state === 'talking' || state === 'ended'
  const [isLost, isTaken] = [isMissed(call), isTalk && direction === 'in']
  const whose = customer === null ? null : known.customer(customer)
  const keys = [responsible, phone, direction, state, whose, weekdayOf(day), String(known.hourOf(at))]
  return [{ day, keys, sums: [...[isTalk, isLost, isTaken, isTaken || isLost].map(Number), secondsOf(call)] }]
}
