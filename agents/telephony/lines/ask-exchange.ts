import { createHash } from 'node:crypto'
import type { RequestOutcome } from '../../../shared/calls/protocol.ts'
import { mangoSign } from '../hooks/exchanges/mango.ts'
import { zadarmaSign } from '../hooks/exchanges/zadarma.ts'
import type { HookSettings } from '../hooks/hook.ts'
import { objectOf, textAt } from '../hooks/reading.ts'
import type { DialRequest, LineLog } from './line.ts'

/** An exchange is waited for so long, ms. */
const PATIENCE = 15_000
const MANGO = 'https://app.mango-office.ru/vpbx'
const ZADARMA = 'https://api.zadarma.com'
const CALLBACK = '/v1/request/callback/'
/** Mango's word for done. */
const DONE = '1000'

/** Asks an exchange to ring the own phone, then the number; resolves with what came of it (SPEC CL13). */
export type Dials = (settings: HookSettings, request: DialRequest, log: LineLog) => Promise<RequestOutcome>

/** Mango Office, `commands/callback`: what it tells of the call names `command_id`. */
export const dialByMango: Dials = (settings, { id, number }, log) => {
  const { key = '', address, extension = '' } = settings.shown
  const json = JSON.stringify({ command_id: id, from: { extension }, to_number: digits(number) })
  const body = new URLSearchParams({ vpbx_api_key: key, sign: mangoSign(json, settings), json })
  const url = `${address || MANGO}/commands/callback`
  return asked(url, { method: 'POST', body }, (said) => textAt(said, 'result') === DONE, log)
}

/** Zadarma, `request/callback`. */
export const dialByZadarma: Dials = (settings, { number }, log) => {
  const { key = '', address, extension = '' } = settings.shown
  // Signed as they are sent, by their names.
  const query = new URLSearchParams({ format: 'json', from: extension, to: digits(number) }).toString()
  const sum = createHash('md5').update(query).digest('hex')
  const headers = { authorization: `${key}:${zadarmaSign(CALLBACK + query + sum, settings)}` }
  const url = `${address || ZADARMA}${CALLBACK}?${query}`
  return asked(url, { headers }, (said) => textAt(said, 'status') === 'success', log)
}

/** MegaFon, `makeCall`: its address is the company's own. */
export const dialByMegafon: Dials = async ({ shown, secret }, { number }, log) => {
  const { address = '', user = '' } = shown
  if (address === '') return NO_LINE
  const body = new URLSearchParams({ cmd: 'makeCall', phone: digits(number), user, token: secret.token ?? '' })
  return await asked(address, { method: 'POST', body }, () => true, log)
}

const NO_LINE = { outcome: 'failed', failure: 'noLine' } as const

/** It never rejects: what the exchange says, and that it says nothing, is all an outcome. */
async function asked(
  url: string,
  init: RequestInit,
  isDone: (said: object) => boolean,
  log: LineLog,
): Promise<RequestOutcome> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    const said = objectOf(await answer.text()) ?? {}
    if (answer.ok && isDone(said)) return { outcome: 'done' }
    log.warn({ status: answer.status }, 'line: the exchange did not dial')
    return { outcome: 'failed', failure: 'unsaid' }
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'line: the exchange did not answer')
    return NO_LINE
  }
}

function digits(number: string): string {
  return number.replaceAll(/\D/g, '')
}
