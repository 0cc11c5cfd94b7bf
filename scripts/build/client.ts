import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, toolEnvironment } from '../root.ts'

const STAMP = join(ROOT, 'dist/client.stamp')
const INDEX = join(ROOT, 'dist/client/index.html')
const SOURCES = ['client/**/*', 'shared/**/*', 'vite.config.ts', 'package-lock.json']

/** Builds the client into dist/client; throws when that fails. */
export async function buildClient(): Promise<void> {
  const stamp = sourcesStamp()
  await rm(STAMP, { force: true })
  const vite = spawn('vite', ['build'], { cwd: ROOT, env: toolEnvironment(), stdio: 'inherit' })
  const [code, signal] = await once(vite, 'exit')
  if (code !== 0) throw new Error(`the client could not be built (vite build ended with ${signal ?? code})`)
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  await writeFile(STAMP, stamp)
}

/** Builds the client unless what stands in dist/client was made of the very same sources. */
export async function buildClientIfChanged(): Promise<void> {
  const built = existsSync(INDEX) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesStamp()
  if (!built) await buildClient()
}

function sourcesStamp(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    const content = readFileSync(file)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
