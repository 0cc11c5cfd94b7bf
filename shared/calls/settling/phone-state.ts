import type { Call } from '../collections.ts'
import type { Report, StateReport } from '../protocol.ts'
import { type Hearing, readReport, type Told } from './told.ts'

/** What of a call tells whether a state of its phone is of it. */
export type StateCandidate = Pick<
  Call,
  'id' | 'direction' | 'state' | 'number' | 'asked' | 'rang' | 'answered' | 'isUnended'
>

/** A state that Android tells again, or of a call that was asked for, comes within this, ms. */
const AGAIN = 120_000
/** A call whose end was not told is ended by the phone within this, ms. */
const TALKS = 6 * 3_600_000
/** A state may come before what came earlier, ms. */
const SLACK = 5000

/** What a state of a phone says of its calls, each by its id in `request`, a new one by none (SPEC CS10). Nothing, where none is meant. */
export function readState(report: StateReport, hearing: Hearing, calls: Iterable<StateCandidate>): readonly Told[] {
  const newest = [...calls].sort((one, other) => begin(other) - begin(one))
  const tell = (what: Report['what'], call?: StateCandidate) => toldOf(report, hearing, what, call)
  const now = tell('ringing')
  if (report.state === 'IDLE')
    return overBy(newest, now.at).map((call) => tell(isMissed(call) ? 'missed' : 'ended', call))
  const alike = newest.filter((call) => isOpen(call) && isAlike(call, now))
  const incoming = alike.filter(({ direction }) => direction === 'in')
  if (report.state === 'RINGING')
    return [
      tell(
        'ringing',
        incoming.find((call) => isNear(begin(call), now)),
      ),
    ]
  const taken =
    incoming.find(({ state }) => state === 'ringing') ??
    incoming.find(({ number, answered }) => (now.number !== null && number !== null) || isNear(answered ?? 0, now))
  if (taken) return [tell('answered', taken)]
  return [
    tell(
      'dialling',
      alike.find((call) => call.direction === 'out' && isNear(begin(call), now)),
    ),
  ]
}

/** The end is of all calls: its number is not each one's. */
function toldOf(report: StateReport, hearing: Hearing, what: Report['what'], call?: StateCandidate): Told {
  const told = readReport({ ...report, what }, hearing)
  const request = call?.id ?? null
  return report.state === 'IDLE' ? { ...told, request, number: null, extension: null } : { ...told, request }
}

/** The calls that are over when the phone is idle: all that go on, and the last one where it was closed without its end. */
function overBy(newest: readonly StateCandidate[], at: number): readonly StateCandidate[] {
  const begun = newest.filter(({ rang }) => rang !== null && rang <= at + SLACK)
  return begun.filter(
    (call, i) =>
      call.state === 'ringing' || call.state === 'talking' || (i === 0 && call.isUnended && at - begin(call) <= TALKS),
  )
}

const begin = ({ rang, asked }: StateCandidate) => rang ?? asked ?? 0
const isMissed = ({ direction, answered }: StateCandidate) => direction === 'in' && answered === null
const isOpen = ({ state }: StateCandidate) => OPEN.includes(state)
const OPEN: readonly Call['state'][] = ['asked', 'given', 'ringing', 'talking']
const isNear = (time: number, { at }: Told) => Math.abs(at - time) <= AGAIN

/** Android tells a state twice, once without the number. */
function isAlike(call: StateCandidate, { number }: Told): boolean {
  return number === null || call.number === null || number === call.number
}
