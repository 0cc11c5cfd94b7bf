import type { Event } from '../../events/collections.ts'
import { endsTooEarly, timeOf } from '../../events/standing.ts'
import { localAt } from '../../time/days.ts'

/** What reports count of an event. Keys of dimensions are texts; null: it does not say. */
export interface EventFact {
  /** The plain day on which it stands in the company's zone. */
  readonly day: string
  readonly eventKind: Event['kind']
  readonly direction: Event['direction']
  readonly eventState: Event['state']
  readonly manager: string | null
  readonly customer: string | null
  /** From Monday on, `1` to `7`. */
  readonly weekday: string
  /** `0` to `23`. */
  readonly hour: string
  /** From its start to its end. */
  readonly minutes: number
  readonly missed: boolean
}

type Told = Pick<
  Event,
  'gone' | 'kind' | 'direction' | 'state' | 'responsible' | 'customer' | 'start' | 'end' | 'madeAt'
>

/** States of a call that came in and was not taken. */
const NOT_TAKEN: readonly Event['state'][] = ['planned', 'calledOff']

/** An event as reports count it now, in a zone; null where it is removed (SPEC RP44 to RP46). */
export function eventFactsOf(event: Told, zone: string, now: number): EventFact | null {
  if (event.gone) return null
  const at = localAt(timeOf(event), zone)
  return {
    day: at.toPlainDate().toString(),
    eventKind: event.kind,
    direction: event.direction,
    eventState: event.state,
    manager: event.responsible,
    customer: event.customer,
    weekday: String(at.dayOfWeek),
    hour: String(at.hour),
    minutes: minutesOf(event),
    missed: isMissed(event, now),
  }
}

/** What was called off has taken no time, nor has what ends before it begins, or says not when. */
function minutesOf({ state, start, end }: Told): number {
  if (state === 'calledOff' || start === null || end === null || endsTooEarly({ start, end })) return 0
  return Math.round((end - start) / 60_000)
}

function isMissed(event: Told, now: number): boolean {
  const { kind, direction, state } = event
  return kind === 'call' && direction === 'in' && NOT_TAKEN.includes(state) && timeOf(event) <= now
}
