import type { CallFailure } from '../../../../shared/calls/collections.ts'
import type { Report } from '../../../../shared/calls/protocol.ts'
import type { HookSettings } from '../hook.ts'
import { type Hooked, type HookRequest, taken, WRONG_SHAPE, WRONG_SIGNATURE } from '../hook.ts'
import { formOf, isSame, reportOf } from '../reading.ts'

const EVENTS: { readonly [type: string]: Report['what'] } = {
  INCOMING: 'ringing',
  OUTGOING: 'dialling',
  ACCEPTED: 'answered',
  COMPLETED: 'ended',
}
const FAILURES: { readonly [status: string]: CallFailure } = {
  missed: 'noAnswer',
  cancel: 'noAnswer',
  busy: 'busy',
  notavailable: 'noAnswer',
  notfound: 'wrongNumber',
  notallowed: 'noLine',
}
/** `20261128T134501Z`. */
const START = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** MegaFon's virtual exchange: `cmd=event` as a call goes on, `cmd=history` when it is over; it shows the key that was agreed on. */
export function megafonHook({ secret }: HookSettings, request: HookRequest): Hooked {
  const form = formOf(request)
  if (!secret.key || !isSame(form.get('crm_token'), secret.key)) return WRONG_SIGNATURE
  const command = form.get('cmd')
  if (command === 'event') return taken(...ofEvent(form))
  if (command === 'history') return taken(...ofHistory(form))
  return command === null ? WRONG_SHAPE : taken()
}

function ofEvent(form: URLSearchParams): readonly Report[] {
  const type = form.get('type')?.toUpperCase() ?? ''
  const told = form.get('direction')
  const direction: Report['direction'] | null = told === 'in' || told === 'out' ? told : null
  const own = { ...about(form), direction }
  if (type === 'CANCELLED')
    return [reportOf({ ...own, what: direction === 'out' ? 'failed' : 'missed', failure: 'noAnswer' })]
  const what = Object.hasOwn(EVENTS, type) ? EVENTS[type] : undefined
  const inner = what === 'ringing' ? null : form.get('ext')
  return what ? [reportOf({ ...own, what, inner })] : []
}

function ofHistory(form: URLSearchParams): readonly Report[] {
  const direction = form.get('type')?.toLowerCase() === 'out' ? 'out' : 'in'
  const own = { ...about(form), direction } as const
  const start = startOf(form.get('start') ?? '')
  const ended = start === null ? null : start + Math.max(0, Number(form.get('duration')) || 0) * 1000
  const begun = reportOf({ ...own, what: direction === 'out' ? 'dialling' : 'ringing', at: start })
  const status = form.get('status')?.toLowerCase() ?? ''
  if (status === 'success') return [begun, reportOf({ ...own, what: 'ended', at: ended, inner: form.get('ext') })]
  const failure = Object.hasOwn(FAILURES, status) ? FAILURES[status] : 'unsaid'
  return [begun, reportOf({ ...own, what: direction === 'out' ? 'failed' : 'missed', failure, at: ended })]
}

function about(form: URLSearchParams) {
  return { call: form.get('callid'), number: form.get('phone'), line: form.get('diversion') }
}

function startOf(text: string): number | null {
  const parts = START.exec(text)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
