import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../root.ts'

/**
 * How much young memory V8 may keep in each thread, MB of each of its halves. Left to itself it takes 64 MB at the start and keeps them,
 * empty: a third of all that a server took.
 */
const YOUNG = '--max-semi-space-size=8'
/** With what Node begins the sync server, and the agents. */
export const SERVER: readonly string[] = [YOUNG, join(ROOT, 'sync-server/main.ts')]
export const AGENTS: readonly string[] = [YOUNG, join(ROOT, 'agents/main.ts')]

/** With which flags the sync server is started, and what they say. */
export interface ServerFlags {
  readonly flags: readonly string[]
  readonly port: string
  readonly data: string
  /** What goes to the agents instead: `--phones-port`. */
  readonly agents: readonly string[]
}

/** Flags of the agents alone, each with its value. */
const OF_AGENTS = /^--phones-port(=|$)/

/** The flags that were given, behind the defaults: of a flag given twice the server takes the last. */
export function serverFlags(given: readonly string[], env: NodeJS.ProcessEnv): ServerFlags {
  const isOfAgents = given.map((flag, i) => OF_AGENTS.test(flag) || given[i - 1] === '--phones-port')
  const agents = given.filter((_, i) => isOfAgents[i])
  const others = given.filter((_, i) => !isOfAgents[i])
  const flags = ['--port', env.PORT ?? '8080', '--data', env.VORONKA_DATA ?? 'data', ...others]
  const options = { port: { type: 'string' }, data: { type: 'string' } } as const
  const { port, data } = parseArgs({ args: flags, options, strict: false }).values
  return { flags, port: String(port), data: String(data), agents }
}
