import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Failure, isFailureCode } from '../../shared/errors.ts'
import type { Pass } from './replica.ts'

const given = v.object({ replica: v.string(), company: v.string() })
const failure = v.object({ code: v.string() })

/** Reads the service key that the server keeps in its data folder. Failure file-missing: no server has run there. */
export async function readServiceKey(folder: string): Promise<string> {
  const path = join(folder, 'service.key')
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    throw new Failure('file-missing', { file: path }, { cause })
  }
}

/**
 * Gets a replica's name from the server for this process. Failures: server-unreachable, sign-in-needed for a wrong key,
 * or whatever the server answers.
 */
export async function joinServer(how: Omit<Pass, 'replica' | 'company'>, label: string): Promise<Pass> {
  const response = await ask(how, label)
  const body: unknown = await response.json()
  if (response.ok) return { ...how, ...v.parse(given, body) }
  const { success, output } = v.safeParse(failure, body)
  throw new Failure(success && isFailureCode(output.code) ? output.code : 'server-unreachable', {
    address: how.address,
  })
}

async function ask({ address, secret, as }: Omit<Pass, 'replica' | 'company'>, label: string): Promise<Response> {
  try {
    return await fetch(new URL('/api/replica', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ label, as }),
    })
  } catch (cause) {
    throw new Failure('server-unreachable', { address }, { cause })
  }
}
