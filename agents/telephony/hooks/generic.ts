import { createHmac } from 'node:crypto'
import { REPORTED, type Report } from '../../../shared/calls/protocol.ts'
import type { HookSettings } from './hook.ts'
import { type Hooked, type HookRequest, taken, WRONG_SHAPE, WRONG_SIGNATURE } from './hook.ts'
import { formOf, isSame, objectOf, reportOf, textAt } from './reading.ts'

/** Where the secret, or a signature by it, is looked for unless settings say otherwise. */
const HEADER = 'x-voronka-signature'
/** Less than this is meant in seconds: the year 1973 in milliseconds. */
const IN_SECONDS = 100_000_000_000

/**
 * Any exchange that can send a request when something happens to a call, as JSON or as a form: settings say by which names. It
 * shows the secret in a header, alone or behind «Bearer», or signs the body by it: HMAC-SHA-256 in hex or base64, «sha256=» before it
 * or not.
 */
export function genericHook(settings: HookSettings, request: HookRequest): Hooked {
  if (!isSigned(settings, request)) return WRONG_SIGNATURE
  const said = saidIn(request)
  if (!said) return WRONG_SHAPE
  const at = (name: string) => textAt(said, settings.shown[`field.${name}`] || name)
  const what = wordOf(settings, REPORTED, at('what'))
  // What is told of something else is no fault of the exchange.
  if (!what) return taken()
  const own = { call: at('call'), number: at('number'), line: at('line'), inner: at('inner'), at: timeOf(at('at')) }
  return taken(reportOf({ ...own, what, direction: wordOf(settings, ['in', 'out'] as const, at('direction')) }))
}

function isSigned({ shown, secret: { secret = '' } }: HookSettings, { header, body }: HookRequest): boolean {
  const told = header(shown.header || HEADER)?.replace(/^(?:bearer |sha256=)/i, '') ?? null
  if (secret === '') return false
  const hmac = (form: 'hex' | 'base64') => createHmac('sha256', secret).update(body).digest(form)
  return isSame(told, secret) || isSame(told?.toLowerCase() ?? null, hmac('hex')) || isSame(told, hmac('base64'))
}

function saidIn(request: HookRequest): object | null {
  const isForm = request.method === 'GET' || !/^\s*[{[]/.test(request.body)
  return isForm ? Object.fromEntries(formOf(request)) : objectOf(request.body)
}

/** Our word for what the exchange says: settings name its own ones, several behind commas. */
function wordOf<const W extends string>({ shown }: HookSettings, words: readonly W[], said: string): W | null {
  const means = (word: W) =>
    (shown[`value.${word}`] || word).split(',').some((one) => one.trim().toLowerCase() === said.toLowerCase())
  return said === '' ? null : (words.find(means) ?? null)
}

/** Seconds or milliseconds since 1970, or as ISO 8601 writes it with its zone. */
function timeOf(text: string): Report['at'] | null {
  const number = Number(text)
  if (text !== '' && Number.isFinite(number)) return Math.round(number < IN_SECONDS ? number * 1000 : number)
  const isZoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
  const read = isZoned ? Date.parse(text) : Number.NaN
  return Number.isNaN(read) ? null : read
}
