import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { killAtExit } from '../../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../../scripts/root.ts'

/** How often a process is asked for its memory, ms. */
const EVERY = 50
const running = v.object({ pid: v.number() })

/** The process of the server on a data folder. */
export async function pidOf(data: string): Promise<number> {
  return v.parse(running, JSON.parse(await readFile(join(data, 'server.json'), 'utf8'))).pid
}

/** The memory of a process that is in the machine now, and the most there was, bytes; not a number where the system does not tell. */
export async function memoryOf(pid: number): Promise<{ readonly now: number; readonly most: number }> {
  if (process.platform !== 'linux') return { now: Number.NaN, most: Number.NaN }
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}

/** What a command took. */
export interface Took {
  readonly ms: number
  /** The most memory that it had, bytes. */
  readonly memory: number
}

/** Runs `crm` with arguments. Throws with what it said where it ends with an error. */
export async function crm(...args: readonly string[]): Promise<Took> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'sync-server/cli/crm.ts'), ...args], {
    env: toolEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  killAtExit(child)
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  let memory = 0
  const look = setInterval(() => {
    // At its very end there is nothing to be read any more.
    memoryOf(child.pid ?? 0).then(
      ({ most }) => (memory = Number.isNaN(most) ? memory : most),
      () => undefined,
    )
  }, EVERY)
  const [code] = await once(child, 'exit')
  clearInterval(look)
  if (code !== 0) throw new Error(`crm ${args.join(' ')} ended with ${code}: ${said}`)
  return { ms: performance.now() - began, memory }
}
