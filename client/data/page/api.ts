import { Failure, isFailureCode } from '../../../shared/errors.ts'

export interface AskedBy {
  /** Shown in place of the session's cookie. */
  readonly bearer?: string
  readonly signal?: AbortSignal
}

/**
 * Asks the server over HTTP. Rejects with the Failure that the server named, or `server-unreachable` when nobody
 * answered, or something that is not our server did.
 */
export async function api<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { bearer, signal }: AskedBy = {},
): Promise<T> {
  const response = await reach(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const answer = await read(response)
  if (!response.ok) throw asFailure(answer)
  return answer as T
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' })
  } catch (cause) {
    throw new Failure('server-unreachable', {}, { cause })
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Failure('server-unreachable', {}, { cause })
  }
}

function asFailure(answer: unknown): Failure {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return new Failure('server-unreachable')
  const params = 'params' in answer && typeof answer.params === 'object' ? answer.params : {}
  return isFailureCode(answer.code)
    ? new Failure(answer.code, params as Failure['params'])
    : new Failure('unexpected', { what: String(answer.code) })
}
