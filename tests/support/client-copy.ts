import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/root.ts'

/** A copy of the built client in a folder of its own, to be changed: without what is packed, which the server would prefer. */
export async function copyClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-client-'))
  const isPlain = (path: string) => !/\.(br|gz)$/.test(path)
  await cp(join(ROOT, 'dist/client'), folder, { recursive: true, filter: isPlain })
  return folder
}
