import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { TestServer } from '../../support/server.ts'

/** Nobody waits longer for an answer, ms: the server may be gone. */
const WITHIN = 20_000
const AGAIN_AFTER = 30

/** Asks as an agent does, by the service key, and again the same until there is an answer. Throws where it is a refusal. */
export async function askPatiently<T>(server: TestServer, path: string, body?: object): Promise<T> {
  const key = readFileSync(join(server.data, 'service.key'), 'utf8').trim()
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  for (;;) {
    const answer = await answered(() =>
      fetch(server.url + path, { headers, signal: AbortSignal.timeout(WITHIN), ...sent }),
    )
    if (answer && answer.status < 500) {
      if (answer.status === 200) return answer.body as T
      throw new Error(`${path} was answered ${answer.status}`)
    }
    await after(AGAIN_AFTER)
  }
}

/** Null where the line broke, before the answer or in it: fetch throws its own errors for that. */
async function answered(ask: () => Promise<Response>) {
  try {
    const answer = await ask()
    return { status: answer.status, body: answer.status === 200 ? await answer.json() : null }
  } catch {
    return null
  }
}
