import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ROOT, toolEnvironment } from '../root.ts'

const PATIENCE_MS = 20_000

/** What a child process is started with. */
export interface ChildOptions {
  /** Arguments to Node: the program and its flags. */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Sees every line that the child prints, after it was printed. */
  readonly onLine?: (line: string) => void
}

/** A running child process under this project's Node. */
export interface Child {
  /** How it ended: its exit code, or the name of the signal that ended it. Never rejects. */
  readonly ended: Promise<number | string>
  /** Asks it to stop, kills it when it takes longer than 20 s, and waits until it is gone. */
  stop(): Promise<void>
}

/** Starts a Node program whose output is this process's output. It does not outlive this process. */
export function startChild({ args, env = {}, onLine }: ChildOptions): Child {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...env },
    stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
    // A group of its own: Ctrl-C reaches this process alone, which then asks the child once.
    detached: true,
  })
  if (child.stdout && onLine) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`)
      onLine(line)
    })
  }
  const drop = () => child.kill('SIGKILL')
  process.once('exit', drop)
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (cause) => resolve(cause.message))
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1))
  })
  void ended.then(() => process.off('exit', drop))
  return {
    ended,
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      child.kill('SIGTERM')
      await ended
      clearTimeout(late)
    },
  }
}
