import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'
import type { TestServer } from './server.ts'

const MAIN = join(ROOT, 'agents/main.ts')

/** Agents of a test's own, in a process of their own, as `npm run agent` begins them. */
export interface TestAgents {
  /** Every line that they printed. */
  readonly log: readonly string[]
  /** Asks them to stop, and waits. */
  stop(): Promise<void>
  /** Ends them at once, as a power cut would. */
  kill(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts all agents beside a server, over its data folder or their own. They never outlive this process. */
export function startAgents({ url, data }: TestServer, own = data): TestAgents {
  const flags = ['--url', url, '--data', own, '--key-file', join(data, 'service.key')]
  const child = spawn(process.execPath, [MAIN, ...flags], { cwd: ROOT, env: toolEnvironment() })
  killAtExit(child)
  const gone = once(child, 'exit')
  const log: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => log.push(String(text)))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  const stop = () => end('SIGTERM')
  return { log, stop, kill: () => end('SIGKILL'), [Symbol.asyncDispose]: stop }
}
