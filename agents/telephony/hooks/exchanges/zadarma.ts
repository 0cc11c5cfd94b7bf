import { createHmac } from 'node:crypto'
import type { CallFailure } from '../../../../shared/calls/collections.ts'
import type { LineReport } from '../../lines/line-report.ts'
import type { HookSettings } from '../hook.ts'
import { echoed, type Hooked, type HookRequest, taken, WRONG_SIGNATURE } from '../hook.ts'
import { formOf, isSame, reportOf } from '../reading.ts'

/** Zadarma's signature, of its hooks and of requests to it: base64 of the hex of HMAC-SHA-1. */
export function zadarmaSign(text: string, { secret }: HookSettings): string {
  return Buffer.from(
    createHmac('sha1', secret.secret ?? '')
      .update(text)
      .digest('hex'),
  ).toString('base64')
}

/** Which fields are signed, in their order. */
const SIGNED: { readonly [event: string]: readonly string[] } = {
  NOTIFY_START: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_INTERNAL: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_ANSWER: ['caller_id', 'destination', 'call_start'],
  NOTIFY_END: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_OUT_START: ['internal', 'destination', 'call_start'],
  NOTIFY_OUT_END: ['internal', 'destination', 'call_start'],
}
const FAILURES: { readonly [disposition: string]: CallFailure } = {
  busy: 'busy',
  cancel: 'noAnswer',
  'no answer': 'noAnswer',
  'unallocated number': 'wrongNumber',
  'no money': 'noLine',
  'no limit': 'noLine',
  'no day limit': 'noLine',
  'line limit': 'noLine',
  'no money, no limit': 'noLine',
}
/** What it asks to be said back when its address is set. */
const ECHO = /^[\w-]{1,200}$/

/**
 * Zadarma: NOTIFY_START, NOTIFY_ANSWER, NOTIFY_END and their like of calls that go out. Its times are in the account's own zone, which
 * nothing tells, so what happened did so when it came; the talk is as long as it says.
 */
export function zadarmaHook(settings: HookSettings, request: HookRequest, heard: number): Hooked {
  const echo = request.query.get('zd_echo')
  if (echo !== null) return ECHO.test(echo) ? echoed(echo) : { refused: 'request-shape' }
  const form = formOf(request)
  const event = form.get('event') ?? ''
  const signed = Object.hasOwn(SIGNED, event) ? SIGNED[event] : undefined
  if (!signed) return taken()
  const text = signed.map((name) => form.get(name) ?? '').join('')
  if (!settings.secret.secret || !isSame(request.header('signature'), zadarmaSign(text, settings)))
    return WRONG_SIGNATURE
  return taken(...reportsOf(event, form, heard))
}

function reportsOf(event: string, form: URLSearchParams, heard: number): readonly LineReport[] {
  const own = aboutCall(event, form)
  if (event.endsWith('_START') || event === 'NOTIFY_INTERNAL')
    return [reportOf({ ...own, what: own.direction === 'out' ? 'dialling' : 'ringing' })]
  // Which way the call goes it does not say, so whose number is whose is not known.
  const inner = form.get('internal')
  if (event === 'NOTIFY_ANSWER') return [reportOf({ call: own.call, what: 'answered', inner })]
  const disposition = form.get('disposition') ?? ''
  if (disposition === 'answered') return talk({ ...own, inner: inner ?? '' }, Number(form.get('duration')), heard)
  const failure = Object.hasOwn(FAILURES, disposition) ? FAILURES[disposition] : 'unsaid'
  const who = own.direction === 'out' ? inner : null
  return [reportOf({ ...own, what: own.direction === 'out' ? 'failed' : 'missed', failure, at: heard, inner: who })]
}

/** Of one that was answered: its answer follows from its length, should that hook be lost. */
function talk(own: Partial<LineReport>, seconds: number, heard: number): readonly LineReport[] {
  const length = Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0
  return [reportOf({ ...own, what: 'answered', at: heard - length }), reportOf({ ...own, what: 'ended', at: heard })]
}

function aboutCall(event: string, form: URLSearchParams) {
  const isOut = event.startsWith('NOTIFY_OUT')
  return {
    call: form.get('pbx_call_id') ?? '',
    direction: isOut ? ('out' as const) : ('in' as const),
    number: form.get(isOut ? 'destination' : 'caller_id') ?? '',
    line: form.get(isOut ? 'caller_id' : 'called_did') ?? '',
  }
}
