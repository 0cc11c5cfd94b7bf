import { parentPort, workerData } from 'node:worker_threads'
import { Failure, type FailureCode, type FailureParams } from '../../../shared/errors.ts'
import { type Making, makeBackup } from './make.ts'
import type { Backup } from './manifest.ts'

/** What the thread answers. An error that goes over to another thread by itself loses its code. */
export type Made = { readonly backup: Backup } | { readonly code: FailureCode; readonly params: FailureParams }

parentPort?.postMessage(await made(workerData))

async function made(making: Making): Promise<Made> {
  try {
    return { backup: await makeBackup(making) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { code: error.code, params: error.params }
  }
}
