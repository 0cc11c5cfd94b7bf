import { type IncomingMessage, request as plain } from 'node:http'
import { request as secret } from 'node:https'
import type { HttpMethod } from '../../../../shared/messages/sending.ts'

export interface Question {
  readonly url: URL
  readonly method: HttpMethod
  readonly headers: Readonly<Record<string, string>>
  /** Empty: none. */
  readonly body: string
}

/** What came of asking. Where no line was made, nothing can have been done; where it broke behind that, nobody knows. */
export type Answer =
  | { readonly is: 'answered'; readonly status: number; readonly text: string }
  | { readonly is: 'unreached'; readonly fault: string }
  | { readonly is: 'lost' }

const MOST = 64 * 1024

/** Asks once, over a line of its own: of one that was used before nobody could say whether it still held. Follows nowhere. Throws where this cannot be asked at all: an odd protocol or header. */
export function ask({ url, method, headers, body }: Question, patience: number): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  let isReached = false
  const request = (url.protocol === 'https:' ? secret : plain)(url, {
    method,
    headers: { ...headers, ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }) },
    agent: false,
    signal: AbortSignal.timeout(patience),
  })
  request.on('socket', (socket) => {
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      isReached = true
    })
  })
  request.on('response', (response) => read(response).then(resolve))
  request.on('error', ({ message }) => resolve(isReached ? { is: 'lost' } : { is: 'unreached', fault: message }))
  request.end(body)
  return promise
}

async function read(response: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of response) {
      pieces.push(piece)
      length += piece.length
      if (length > MOST) break
    }
  } catch {
    // The line broke inside of the answer: what it said is not known.
    return { is: 'lost' }
  }
  return { is: 'answered', status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }
}
