import { createHash } from 'node:crypto'
import type { Report } from '../../../../shared/calls/protocol.ts'
import type { HookSettings } from '../hook.ts'
import { type Hooked, type HookRequest, taken, WRONG_SHAPE, WRONG_SIGNATURE } from '../hook.ts'
import { formOf, isSame, objectOf, reportOf, secondsAt, textAt } from '../reading.ts'

/** How Mango Office signs what it sends and what is sent to it: hex of SHA-256. */
export function mangoSign(json: string, { shown, secret }: HookSettings): string {
  return createHash('sha256')
    .update((shown.key ?? '') + json + (secret.salt ?? ''))
    .digest('hex')
}

/**
 * Mango Office: `events/call` tells of each leg of a call, `events/summary` of its end. Legs end while the call goes on (a menu by
 * voice, a transfer), so the end is that of the summary alone.
 */
export function mangoHook(settings: HookSettings, request: HookRequest): Hooked {
  const form = formOf(request)
  const json = form.get('json') ?? ''
  const isOurs = isSame(form.get('vpbx_api_key'), settings.shown.key ?? '')
  if (!settings.secret.salt || !isOurs || !isSame(form.get('sign'), mangoSign(json, settings))) return WRONG_SIGNATURE
  const said = objectOf(json)
  if (!said) return WRONG_SHAPE
  if (textAt(said, 'entry_id') === '') return taken()
  if (textAt(said, 'call_state') !== '') return taken(...ofLeg(said))
  return textAt(said, 'end_time') === '' ? taken() : taken(...ofSummary(said))
}

function ofLeg(said: object): readonly Report[] {
  const isOut = textAt(said, 'from.extension') !== ''
  const what = whatOf(textAt(said, 'call_state'), textAt(said, 'location'), isOut)
  if (!what) return []
  // Whom it only rings has not answered.
  const inner = what === 'ringing' ? null : innerOf(said, isOut)
  return [reportOf({ ...about(said, isOut), what, at: secondsAt(said, 'timestamp'), inner })]
}

function whatOf(state: string, location: string, isOut: boolean): Report['what'] | null {
  if (state === 'Appeared') return isOut ? 'dialling' : 'ringing'
  return state === 'Connected' && location === 'abonent' ? 'answered' : null
}

function ofSummary(said: object): readonly Report[] {
  const isOut = textAt(said, 'call_direction') === '2'
  const own = about(said, isOut)
  const begun = reportOf({ ...own, what: isOut ? 'dialling' : 'ringing', at: secondsAt(said, 'create_time') })
  const [talked, ended] = [secondsAt(said, 'talk_time'), secondsAt(said, 'end_time')]
  if (textAt(said, 'entry_result') !== '1' || talked === undefined)
    return [begun, reportOf({ ...own, what: isOut ? 'failed' : 'missed', at: ended })]
  const inner = innerOf(said, isOut)
  return [
    begun,
    reportOf({ ...own, what: 'answered', at: talked, inner }),
    reportOf({ ...own, what: 'ended', at: ended }),
  ]
}

function innerOf(said: object, isOut: boolean): string {
  return textAt(said, isOut ? 'from.extension' : 'to.extension')
}

function about(said: object, isOut: boolean) {
  return {
    call: textAt(said, 'entry_id'),
    direction: isOut ? ('out' as const) : ('in' as const),
    number: textAt(said, isOut ? 'to.number' : 'from.number'),
    line: textAt(said, 'to.line_number') || textAt(said, 'line_number'),
    request: textAt(said, 'command_id'),
  }
}
