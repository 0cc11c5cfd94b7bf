import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a file that is there whole or not at all, whatever happens, and takes the place of an earlier one of its name. */
export async function keep(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const begun = join(folder, `.${randomUUID()}`)
  try {
    await write(begun, bytes)
    await rename(begun, join(folder, name))
  } catch (error) {
    await rm(begun, { force: true })
    throw error
  }
  await synced(folder)
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The names in a folder are on the disk. */
async function synced(folder: string): Promise<void> {
  const held = await open(folder, 'r')
  try {
    await held.sync()
  } finally {
    await held.close()
  }
}
