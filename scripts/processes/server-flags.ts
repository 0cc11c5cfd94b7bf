import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../root.ts'

/** The sync server's program. */
export const SERVER = join(ROOT, 'sync-server/main.ts')

/** With which flags the sync server is started, and what they say. */
export interface ServerFlags {
  readonly flags: readonly string[]
  readonly port: string
  readonly data: string
}

/** The flags that were given, behind the defaults: of a flag given twice the server takes the last. */
export function serverFlags(given: readonly string[], env: NodeJS.ProcessEnv): ServerFlags {
  const flags = ['--port', env.PORT ?? '8080', '--data', env.VORONKA_DATA ?? 'data', ...given]
  const options = { port: { type: 'string' }, data: { type: 'string' } } as const
  const { port, data } = parseArgs({ args: flags, options, strict: false }).values
  return { flags, port: String(port), data: String(data) }
}
