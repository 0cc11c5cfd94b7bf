import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { AGENTS } from '../../scripts/processes/server-flags.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'

/** Agents as a process of their own, which is begun again and again. */
export class AgentsProcess {
  readonly #args: readonly string[]
  #child: ChildProcess | null = null
  /** What all runs have logged of faults. */
  readonly faults: string[] = []

  /** Arguments to agents/main.ts. */
  constructor(args: readonly string[]) {
    this.#args = args
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Begins them; resolves when they are at work. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...AGENTS, ...this.#args], {
      cwd: ROOT,
      env: toolEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    killAtExit(child)
    this.#child = child
    const listening = Promise.withResolvers<void>()
    child.once('exit', () => listening.reject(new Error('the agents have ended')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { msg, level } = JSON.parse(line)
      if (msg === 'listening') listening.resolve()
      if (level >= 50) this.faults.push(line)
    })
    await listening.promise
  }

  /** Ends them at once, as a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Asks them to stop. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
