import type { ChildProcess } from 'node:child_process'

const alive = new Map<ChildProcess, NodeJS.Signals>()

/**
 * A child that must not outlive this process, however the process ends (but for SIGKILL, which nobody can catch). One
 * with children of its own is better ended by SIGTERM.
 */
export function killAtExit(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (alive.size === 0) watch()
  alive.set(child, signal)
  child.once('exit', () => {
    alive.delete(child)
    if (alive.size === 0) unwatch()
  })
}

function watch(): void {
  process.on('exit', killAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, dieOf)
}

function unwatch(): void {
  process.off('exit', killAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, dieOf)
}

function killAll(): void {
  for (const [child, signal] of alive) child.kill(signal)
}

function dieOf(signal: NodeJS.Signals): void {
  killAll()
  unwatch()
  process.kill(process.pid, signal)
}
