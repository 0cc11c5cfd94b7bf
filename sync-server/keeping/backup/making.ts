import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../../shared/errors.ts'
import type { Making } from './make.ts'
import type { Made } from './make-thread.ts'
import type { Backup } from './manifest.ts'

/** Makes a backup in a thread of its own, so that nobody who writes meanwhile feels it. Failures as of `makeBackup`. */
export async function makeBackupAside(making: Making): Promise<Backup> {
  const thread = new Worker(new URL('./make-thread.ts', import.meta.url), { workerData: making })
  const [made]: [Made] = (await once(thread, 'message')) as [Made]
  if ('backup' in made) return made.backup
  throw new Failure(made.code, made.params)
}
