import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, toolEnvironment } from '../root.ts'
import { packFiles } from './packed.ts'
import { sourcesStamp } from './sources-stamp.ts'

const STAMP = join(ROOT, 'dist/client.stamp')
const CLIENT = join(ROOT, 'dist/client')
const INDEX = join(CLIENT, 'index.html')
const MAKER = 'sync-server/sync/parcels/maker.ts'
const SOURCES = [
  'client/**/*',
  'shared/**/*',
  'scripts/build/**/*',
  'docs/{ru,en}/*',
  'docs/pictures/*',
  MAKER,
  'vite.config.ts',
  'package-lock.json',
]

/** Whether the build's lines are printed as they come. */
export interface BuildOptions {
  readonly isSeen?: boolean
}

/** Builds the client into dist/client; throws when that fails. What the build prints is kept for a failure, unless it is to be seen. */
export async function buildClient({ isSeen = true }: BuildOptions = {}): Promise<void> {
  const stamp = sourcesStamp(SOURCES)
  await rm(STAMP, { force: true })
  const stdio = isSeen ? 'inherit' : 'pipe'
  const vite = spawn('vite', ['build'], { cwd: ROOT, env: toolEnvironment(), stdio })
  const printed: Buffer[] = []
  for (const stream of [vite.stdout, vite.stderr]) stream?.on('data', (part: Buffer) => printed.push(part))
  const [code, signal] = await once(vite, 'close')
  if (code !== 0) process.stderr.write(Buffer.concat(printed))
  if (code !== 0) throw new Error(`the client could not be built (vite build ended with ${signal ?? code})`)
  await packFiles(CLIENT)
  await writeFile(STAMP, stamp)
}

/** Builds the client unless what stands in dist/client was made of the very same sources. */
export async function buildClientIfChanged(options: BuildOptions = {}): Promise<void> {
  const built = existsSync(INDEX) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesStamp(SOURCES)
  if (built) return
  if (options.isSeen === false) console.log('Building the program, a minute or so')
  await buildClient(options)
}
