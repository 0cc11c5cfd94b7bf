import * as v from 'valibot'
import { Failure, type FailureCode, isFailureCode } from '../../../shared/errors.ts'

/** The server's interface for agents, and the key that they show. */
export interface ServerAddress {
  /** `http://127.0.0.1:8080` */
  readonly address: string
  /** The service key from the data folder. */
  readonly secret: string
}

/** One question to the interface. */
export interface Question {
  readonly path: string
  /** Sent as JSON by POST, or as `method` says; without it, it is a GET. */
  readonly body?: unknown
  readonly method?: 'POST' | 'PUT'
  /** So long an answer is waited for, ms. */
  readonly within?: number
  /** Ends it: it rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** So long an answer is waited for where nothing is said, ms. */
const WITHIN = 30_000

/** What passes by itself: the same question is answered some other time. */
const PASSING: readonly FailureCode[] = ['server-unreachable', 'server-failed', 'storage-failed', 'too-many-requests']
const failure = v.object({ code: v.string() })

/** Asks the server; gives the JSON of its answer. Failures: server-unreachable, or the server's own. */
export async function askServer({ address, secret }: ServerAddress, question: Question): Promise<unknown> {
  try {
    const response = await fetch(new URL(question.path, address), requestOf(question, secret))
    const body: unknown = await response.json()
    if (response.ok) return body
    const { success, output } = v.safeParse(failure, body)
    throw new Failure(success && isFailureCode(output.code) ? output.code : 'server-unreachable', { address })
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    question.signal?.throwIfAborted()
    throw new Failure('server-unreachable', { address }, { cause })
  }
}

/** Whether it is worth asking again. */
export function isPassing(error: unknown): error is Failure {
  return error instanceof Failure && PASSING.includes(error.code)
}

function requestOf({ body, method = 'POST', signal, within = WITHIN }: Question, secret: string): RequestInit {
  const authorization = `Bearer ${secret}`
  const late = AbortSignal.timeout(within)
  const until = { signal: signal ? AbortSignal.any([signal, late]) : late }
  if (body === undefined) return { headers: { authorization }, ...until }
  const headers = { authorization, 'content-type': 'application/json' }
  return { method, headers, body: JSON.stringify(body), ...until }
}
