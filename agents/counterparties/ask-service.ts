import { readDadata } from '../../shared/counterparties/answers/dadata.ts'
import { readEgrul } from '../../shared/counterparties/answers/egrul.ts'
import type { Finding, FindingTrouble } from '../../shared/counterparties/finding.ts'
import type { CounterpartyService } from '../../shared/counterparties/service.ts'
import { readBounded } from '../runtime/outside/read-bounded.ts'

/** So long a service is waited for, ms; so many bytes of its answer are read, and so many signs of its words are kept. */
const WITHIN = 15_000
const MOST = 2_000_000
const MOST_SAID = 300

/** Asks a service for an INN. Whatever goes wrong is an answer, never an error. */
export async function askService(
  service: CounterpartyService<string>,
  inn: string,
  within: number = WITHIN,
): Promise<Finding> {
  try {
    const response = await fetch(...requestOf(service, inn, AbortSignal.timeout(within)))
    const body = (await readBounded(response, MOST))?.toString('utf8') ?? null
    if (body === null) return failed('notUnderstood', '')
    if (response.status === 404 && service.kind === 'egrul') return { is: 'unknown', source: 'ЕГРЮЛ' }
    if (!response.ok) return failed(troubleOf(response.status, body), body)
    return read(service, body, inn)
  } catch (error) {
    return failed(isTimeout(error) ? 'slow' : 'unreachable', wordsOf(error))
  }
}

function requestOf(
  { kind, url, key }: CounterpartyService<string>,
  inn: string,
  signal: AbortSignal,
): [url: string, RequestInit] {
  // Its key goes to no other place than the one that was set.
  const common = { signal, redirect: 'error' } as const
  if (kind === 'egrul') {
    const headers = { accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    return [url.replaceAll('{inn}', encodeURIComponent(inn)), { ...common, headers }]
  }
  const headers = { accept: 'application/json', 'content-type': 'application/json', authorization: `Token ${key}` }
  return [url, { ...common, method: 'POST', headers, body: JSON.stringify({ query: inn, branch_type: 'MAIN' }) }]
}

function read({ kind }: CounterpartyService<string>, body: string, inn: string): Finding {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return failed('notUnderstood', body)
  }
  return kind === 'dadata' ? readDadata(answer, inn) : readEgrul(answer, inn)
}

/** DaData says 403 of a wrong key and of a day’s quota alike: its words tell which. */
function troubleOf(status: number, body: string): FindingTrouble {
  if (status === 429) return 'tooOften'
  if (status === 402) return 'overQuota'
  if (status === 403) return /limit|лимит|исчерпан|баланс|balance|exceed/i.test(body) ? 'overQuota' : 'keyRefused'
  if (status === 401) return 'keyRefused'
  return status >= 500 ? 'unreachable' : 'notUnderstood'
}

function failed(trouble: FindingTrouble, said: string): Finding {
  return { is: 'failed', trouble, said: said.slice(0, MOST_SAID) }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
