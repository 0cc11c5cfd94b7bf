import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { killAtExit } from '../../../scripts/processes/kill-at-exit.ts'

/** A program that runs beside a test. Its output is thrown away but for what it last said, for when it does not start. */
export interface Child {
  readonly pid: number
  /** Ends it by a signal; resolves when it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts a program; resolves when `isReady` says so. Error with its last words where it ends before. */
export async function startChild(
  command: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
): Promise<Child> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  // Both programs end at once by it, PostgreSQL with its own children.
  killAtExit(child, 'SIGINT')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said = `${said}${text}`.slice(-2000)
    })
  }
  while (!(await isReady())) {
    if (isGone(child)) throw new Error(`${command} ended: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    pid: child.pid ?? 0,
    async end(signal) {
      if (isGone(child)) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

/** A port of loopback that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
