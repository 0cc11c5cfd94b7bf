import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, type ChildOptions, startChild } from './child.ts'

/** A process to be kept running. */
export interface KeepOptions {
  readonly name: string
  /** Asked anew at each start. */
  readonly options: () => ChildOptions
  /** Asked when it dies: whether to start it again. Always, by default. */
  readonly again?: () => boolean
  readonly patience?: Patience
}

/** How long to wait before starting again what died, and after how long a life the wait is short again. */
export interface Patience {
  readonly firstMs: number
  readonly longestMs: number
  readonly soundMs: number
}

/** A process that is started again when it dies. */
export interface Kept {
  /** How it ended at last: after `stop`, or when `again` said no. Never rejects. */
  readonly over: Promise<number | string>
  /** Stops it for good, and waits until it is gone. */
  stop(): Promise<void>
}

const PATIENCE: Patience = { firstMs: 500, longestMs: 30_000, soundMs: 60_000 }

/** Keeps a process running: what dies is started again after a pause, which doubles with each death in a row. */
export function keepRunning({ name, options, again = () => true, patience = PATIENCE }: KeepOptions): Kept {
  const stopping = new AbortController()
  let child: Child
  const over = run()
  return { over, stop }

  async function run(): Promise<number | string> {
    for (let pause = patience.firstMs; ; pause = Math.min(pause * 2, patience.longestMs)) {
      const began = performance.now()
      child = startChild(options())
      const end = await child.ended
      if (stopping.signal.aborted || !again()) return end
      if (performance.now() - began >= patience.soundMs) pause = patience.firstMs
      console.error(`${name} ended (${end}); starting it again in ${pause} ms`)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(onlyAborted)
      if (stopping.signal.aborted) return end
    }
  }

  async function stop(): Promise<void> {
    stopping.abort()
    await child.stop()
    await over
  }
}

function onlyAborted(error: Error): void {
  if (error.name !== 'AbortError') throw error
}
