import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../../support/server.ts'

/** A data folder with the demo company. Founding it takes seconds, copying it none: one is made for many tests. */
export async function foundDemo(): Promise<string> {
  const folder = await freshFolder()
  const server = await startServer({ data: folder, args: ['--demo'] })
  await server.stop()
  await server.close()
  return folder
}

/** A copy of a data folder, or an empty one. */
export async function freshFolder(from?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-e2e-'))
  if (from !== undefined) await cp(from, folder, { recursive: true })
  return folder
}

export function dropFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}
