import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { Outcome } from '../../sending/outcome.ts'
import { doubtful, failed } from '../../sending/outcome.ts'
import type { Gate, Sms } from '../../sending/sms/gate.ts'
import type { Board } from '../requests/board.ts'

/** A phone that took an SMS says within this what came of it, ms. */
const WITHIN = 60_000

/**
 * A phone as what takes SMS: it is asked to send, and what it says came of it counts. Where it has heard of one and says nothing, that may
 * have gone (SPEC BR12).
 */
export function phoneGate(
  board: Board,
  { id: phone, name }: Pick<HeldPhone, 'id' | 'name'>,
  signal: AbortSignal,
  within = WITHIN,
): Gate {
  return {
    send: ({ id, to, text }: Sms) =>
      new Promise<Outcome>((resolve) => {
        let wasGiven = false
        const end = (outcome: Outcome) => {
          clearTimeout(late)
          signal.removeEventListener('abort', leave)
          board.takeDown(id)
          resolve(outcome)
        }
        const giveUp = () => end(wasGiven ? doubtful() : silent(name))
        // What was not given by then goes when the bridge is back.
        const leave = () => (wasGiven ? undefined : giveUp())
        const late = setTimeout(giveUp, within)
        signal.addEventListener('abort', leave)
        board.put({
          phone,
          request: { id, what: 'text', number: to, text, until: Date.now() + within },
          given: () => {
            wasGiven = true
          },
          settled: ({ outcome }) => {
            const why = { code: 'sentByPhone', params: { phone: name } } as const
            end(outcome === 'done' ? { is: 'sent', outer: id, why } : failed('phoneDeclined', { phone: name }))
          },
        })
      }),
    close: () => undefined,
  }
}

function silent(phone: string): Outcome {
  return { is: 'later', of: 'message', why: { code: 'phoneSilent', params: { phone } } }
}
