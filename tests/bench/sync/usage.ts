import { readdir, readFile, stat } from 'node:fs/promises'

/** A processor's tick in /proc, ms. */
const TICK = 10

/** What processes use, told by Linux; not numbers elsewhere. */
export interface Usage {
  /** The processor time that they and their children have taken since they began, all threads, ms. */
  readonly cpu: number
  /** In memory now, bytes; what they share counts for each. */
  readonly memory: number
  /** The most that they ever had in memory, bytes, each at its own moment. */
  readonly peak: number
}

/** What processes use together. */
export async function usageOf(pids: readonly number[]): Promise<Usage> {
  if (process.platform !== 'linux') return { cpu: Number.NaN, memory: Number.NaN, peak: Number.NaN }
  const cpu = await Promise.all((await withChildren(pids)).map(cpuOf))
  const memory = await Promise.all(pids.map(memoryOf))
  return { cpu: sum(cpu), memory: sum(memory.map(({ now }) => now)), peak: sum(memory.map(({ peak }) => peak)) }
}

/** The bytes of files together; one that is not there has none. */
export async function sizeOfFiles(...paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then(({ size }) => size, absent)))
  return sum(sizes)
}

function absent(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT') return 0
  throw error
}

/** A process that has ended is counted by whoever waited for it. */
async function cpuOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return ''
    throw error
  })
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return sum(fields.slice(11, 15).map(Number)) * TICK
}

async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1])
  return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 }
}

async function withChildren(pids: readonly number[]): Promise<number[]> {
  const all = await readdir('/proc')
  const parents = await Promise.all(all.filter((name) => /^\d+$/.test(name)).map(parentOf))
  return [...pids, ...parents.filter(({ parent }) => pids.includes(parent)).map(({ pid }) => pid)]
}

async function parentOf(name: string): Promise<{ pid: number; parent: number }> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return ''
    throw error
  })
  return { pid: Number(name), parent: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
