import type { Call } from '../collections.ts'

/** What of a call tells whether it was missed, and whether others of its number are closed by it. */
export type MissedOf = Pick<
  Call,
  'id' | 'gone' | 'direction' | 'state' | 'number' | 'asked' | 'rang' | 'answered' | 'ended' | 'callsBack' | 'closed'
>

/** The open missed calls of one number (SPEC CL5); of a withheld one, one call. */
export interface OpenMissed {
  /** The last of them. */
  readonly id: string
  readonly number: string | null
  /** When the last one came, ms. */
  readonly at: number
  /** When the first of them came, ms. */
  readonly since: number
  readonly times: number
  /** So often the number was dialled since the last one, without a talk. */
  readonly tries: number
  readonly callsBack: string | null
}

/** When a call began, ms: as early as anything is known of it. */
export function beganAt({ rang, asked, answered, ended }: Pick<Call, 'rang' | 'asked' | 'answered' | 'ended'>): number {
  return rang ?? asked ?? answered ?? ended ?? 0
}

export function isMissed({ direction, state }: Pick<Call, 'direction' | 'state'>): boolean {
  return direction === 'in' && (state === 'missed' || state === 'failed')
}

function isTalk({ state }: Pick<Call, 'state'>): boolean {
  return state === 'talking' || state === 'ended'
}

/** What is open of the calls of one number, in any order; null: nothing is. */
export function openOf(calls: Iterable<MissedOf>): OpenMissed | null {
  const standing = [...calls].filter(({ gone }) => !gone)
  const until = Math.max(...standing.map(closesUntil))
  const open = standing.filter((call) => isMissed(call) && beganAt(call) > until).sort(byTime)
  const [first, last] = [open[0], open.at(-1)]
  if (!first || !last) return null
  const tries = standing.filter((call) => call.direction === 'out' && !isTalk(call) && beganAt(call) > beganAt(last))
  return {
    id: last.id,
    number: last.number,
    at: beganAt(last),
    since: beganAt(first),
    times: open.length,
    tries: tries.length,
    callsBack: open.findLast(({ callsBack }) => callsBack !== null)?.callsBack ?? null,
  }
}

/** Missed calls that came so late (ms) or earlier are closed by this one. */
function closesUntil(call: MissedOf): number {
  if (isTalk(call)) return call.answered ?? beganAt(call)
  return isMissed(call) && call.closed !== null ? beganAt(call) : Number.NEGATIVE_INFINITY
}

function byTime(a: MissedOf, b: MissedOf): number {
  return beganAt(a) - beganAt(b) || (a.id < b.id ? -1 : 1)
}
