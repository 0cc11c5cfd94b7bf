import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Failure } from '../../../shared/errors.ts'
import type { Pass } from '../replica.ts'
import { askServer } from '../server/api.ts'

const given = v.object({ replica: v.string(), company: v.string() })

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
  const answer = await askServer(how, { path: '/api/replica', body: { label, as: how.as } })
  return { ...how, ...v.parse(given, answer) }
}
