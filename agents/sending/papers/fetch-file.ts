import { Failure, isFailureCode } from '../../../shared/errors.ts'
import type { Pass } from '../../runtime/replica.ts'
import type { Bytes } from './enclosures.ts'

const ANSWER = 120_000
/** Failures that say: there is no such file. */
const GONE = ['record-missing', 'document-unknown', 'route-unknown']

/** Fetches a file of the company's from its server. Failure server-unreachable, or the server's own. */
export async function fetchFile({ address, secret }: Pick<Pass, 'address' | 'secret'>, file: string): Promise<Bytes> {
  const response = await ask(new URL(`/api/files/${encodeURIComponent(file)}`, address), secret)
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  const { code } = (await response.json()) as { code?: unknown }
  if (code === 'file-not-here') return 'notYet'
  if (GONE.some((one) => one === code)) return 'gone'
  throw new Failure(isFailureCode(code) ? code : 'server-unreachable', { address })
}

async function ask(url: URL, secret: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(ANSWER),
    })
  } catch (cause) {
    throw new Failure('server-unreachable', { address: url.origin }, { cause })
  }
}
