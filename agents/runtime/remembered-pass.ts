import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { joinServer } from './join.ts'
import type { Pass } from './replica.ts'

const FILE = 'agents.json'
const remembered = v.object({ replica: v.string(), company: v.string() })

/**
 * The pass of the agents of this data folder: that of the last run, so that each start does not make a new device, or a
 * fresh one from the server. A replica may be used again, since whoever holds no store syncs before it writes.
 */
export async function rememberedPass(
  folder: string,
  how: Omit<Pass, 'replica' | 'company'>,
  label: string,
): Promise<Pass> {
  const known = await read(join(folder, FILE))
  if (known) return { ...how, ...known }
  const pass = await joinServer(how, label)
  const { replica, company } = pass
  await writeFile(join(folder, FILE), JSON.stringify({ replica, company }))
  return pass
}

/** Forgets the pass: the server does not know it any more, as after a backup was restored. */
export async function forgetPass(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true })
}

async function read(path: string): Promise<v.InferOutput<typeof remembered> | null> {
  try {
    const { success, output } = v.safeParse(remembered, JSON.parse(await readFile(path, 'utf8')))
    return success ? output : null
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent || error instanceof SyntaxError) return null
    throw error
  }
}
