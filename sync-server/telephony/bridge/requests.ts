import { request as ask, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { BridgeGone } from './bridge.ts'

/** A request of a phone, as it came. */
export interface PhoneAsked {
  readonly method: string
  /** As it stands in the request's first line: phones sign it. */
  readonly path: string
  readonly headers: Headers
  readonly body: Uint8Array
  /** The phone has gone. */
  readonly signal: AbortSignal
  /** The address that it comes from. */
  readonly from: string
}

/** Of one line alone, or what is not the bridge's to see. */
const NOT_HANDED_ON = [
  ...['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'expect', 'host', 'content-length', 'cookie'],
]
/** Of the line to the bridge alone. */
const NOT_GIVEN_BACK = ['connection', 'keep-alive', 'transfer-encoding']
/** Statuses that come without a body. */
const EMPTY = [204, 304]

/** What the bridge at `url` answers. Rejects with BridgeGone where it does not, or with the signal's reason. */
export async function handedOn(url: string, asked: PhoneAsked): Promise<Response> {
  try {
    return responseOf(await answered(url, asked))
  } catch (cause) {
    asked.signal.throwIfAborted()
    throw new BridgeGone('no answer', { cause })
  }
}

function answered(url: string, { method, path, body, signal, ...asked }: PhoneAsked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = ask(url, { method, path, headers: headersOf(asked, body.length), signal })
    request.once('response', resolve)
    request.once('error', reject)
    request.end(body)
  })
}

function headersOf({ headers, from }: Pick<PhoneAsked, 'headers' | 'from'>, length: number): Record<string, string> {
  const handed = Object.fromEntries([...headers].filter(([name]) => !NOT_HANDED_ON.includes(name)))
  const known = { 'x-forwarded-for': from, 'x-forwarded-host': headers.get('host') ?? '' }
  return { ...handed, ...known, ...(length > 0 && { 'content-length': String(length) }) }
}

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status = 502 } = answer
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct))
    if (!NOT_GIVEN_BACK.includes(name)) for (const value of values ?? []) headers.append(name, value)
  if (!EMPTY.includes(status)) return new Response(Readable.toWeb(answer) as ReadableStream, { status, headers })
  answer.resume()
  return new Response(null, { status, headers })
}
