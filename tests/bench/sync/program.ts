import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { killAtExit } from '../../../scripts/processes/kill-at-exit.ts'
import { heardListening } from '../../../scripts/processes/listening.ts'

/** A server that is compared with, in a process of its own. */
export interface Program {
  readonly pid: number
  readonly port: number
  close(): Promise<void>
}

/** Starts a program of this folder, or of a whole path, which prints `{"msg":"listening","port":N}`. Throws when it ends before. */
export async function startProgram(file: string, ...args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  killAtExit(child)
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const port = heardListening(line)?.port
    if (port === undefined || child.pid === undefined) continue
    child.stdout.resume()
    const close = async () => {
      child.kill('SIGKILL')
      await gone
    }
    return { pid: child.pid, port, close }
  }
  throw new Error(`${file} ended (${(await gone).join(' ')}) before it listened`)
}
