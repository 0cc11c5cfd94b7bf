import type { MadeFile } from '../../../shared/effects/made-file.ts'
import { Failure, isFailureCode } from '../../../shared/errors.ts'
import type { Pass } from '../replica.ts'

const ANSWER = 120_000

/** Puts bytes of a file on the company's server. Failure server-unreachable, or the server's own. */
export async function putFile(
  { address, secret }: Pick<Pass, 'address' | 'secret'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<MadeFile> {
  const response = await fetch(new URL('/api/agent/files', address), {
    method: 'PUT',
    headers: { authorization: `Bearer ${secret}` },
    body: bytes,
    signal: AbortSignal.timeout(ANSWER),
  }).catch((cause: unknown) => {
    throw new Failure('server-unreachable', { address }, { cause })
  })
  const answer: unknown = await response.json()
  // The server is of our own house: its tests hold its answers to this type.
  if (response.ok) return answer as MadeFile
  const { code } = answer as { code?: unknown }
  throw new Failure(isFailureCode(code) ? code : 'server-unreachable', { address })
}
