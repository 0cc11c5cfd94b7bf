import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { heardListening, type Listening } from '../../scripts/processes/listening.ts'
import { SERVER } from '../../scripts/processes/server-flags.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'

const START = join(ROOT, 'scripts/start.ts')
/** Founding the demo company takes its time on a machine that does much else. */
const START_MS = 90_000
const STOP_MS = 60_000

/** What `startServer` takes. */
export interface ServerOptions {
  /** The data folder; without it a temporary one, which `close` removes. */
  readonly data?: string
  /** Further flags for sync-server/main.ts, such as `--demo`. */
  readonly args?: readonly string[]
  /** Begun as `npm start` does it, with the agents. */
  readonly whole?: boolean
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** A sync server of a test's own, in a process of its own. */
export interface TestServer {
  /** Stays the same over restarts. */
  readonly port: number
  readonly url: string
  /** With `--https`: the port of the page by which devices come to trust it. */
  readonly trust: Listening['trust']
  /** What the first start shows where it does not come from this machine; null behind it. */
  readonly setUpCode: string | null
  readonly data: string
  /** Every line that the server printed, over restarts. */
  readonly log: readonly string[]
  readonly running: boolean
  /** Asks it to stop (SIGTERM) and waits; throws when it took too long or ended with another code than 0. */
  stop(): Promise<void>
  /** Kills it at once (SIGKILL), as a power cut would, and waits until it is gone; one that is `whole` is asked to stop. */
  kill(): Promise<void>
  /** Stops it if it runs, and starts it again on the same port and data. */
  restart(): Promise<void>
  /** Ends it whatever its state, and removes a temporary data folder. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts a sync server on a free port and waits until it listens. It never outlives this process. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const temporary = options.data === undefined
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'voronka-')))
  const server = new ServerProcess(options, data, temporary)
  try {
    await server.start(0)
  } catch (cause) {
    await server.close()
    throw cause
  }
  return server
}

class ServerProcess implements TestServer {
  readonly data: string
  readonly log: string[] = []
  port = 0
  trust: Listening['trust'] = null
  setUpCode: string | null = null
  readonly #options: ServerOptions
  readonly #temporary: boolean
  /** What has processes of its own must end them. */
  readonly #end: NodeJS.Signals
  #child: ChildProcess | undefined

  constructor(options: ServerOptions, data: string, temporary: boolean) {
    this.#options = options
    this.data = data
    this.#temporary = temporary
    this.#end = options.whole ? 'SIGTERM' : 'SIGKILL'
  }

  get url(): string {
    return `${this.trust ? 'https' : 'http'}://127.0.0.1:${this.port}`
  }

  get running(): boolean {
    return this.#child !== undefined
  }

  async start(port: number): Promise<void> {
    const { args = [], env = {}, whole = false } = this.#options
    const child = spawn(
      process.execPath,
      [...(whole ? [START] : SERVER), '--port', String(port), '--data', this.data, ...args],
      {
        cwd: ROOT,
        env: { ...toolEnvironment(), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    killAtExit(child, this.#end)
    this.#child = child
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    const { port: taken, trust, setUpCode } = await this.#listening(child)
    this.port = taken
    this.trust = trust
    this.setUpCode = setUpCode
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child) return
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const [code, signal] = await gone
    clearTimeout(late)
    if (code !== 0) throw this.#failure(`the server did not stop cleanly (${signal ?? code})`)
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = once(child, 'exit')
    child.kill(this.#end)
    await gone
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start(this.port)
  }

  async close(): Promise<void> {
    await this.kill()
    if (this.#temporary) await rm(this.data, { recursive: true, force: true })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** What the line `{"msg":"listening","port":N}` says. */
  #listening(child: ChildProcess): Promise<Listening> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        child.kill(this.#end)
        reject(this.#failure(why))
      }
      const late = setTimeout(() => fail(`the server was not listening after ${START_MS} ms`), START_MS)
      child.once('error', (cause) => fail(`the server could not be started: ${cause.message}`))
      child.once('close', (code, signal) => {
        clearTimeout(late)
        fail(`the server ended (${signal ?? code}) before it listened`)
      })
      this.#readLines(child, (line) => {
        const heard = heardListening(line)
        if (heard === undefined) return
        clearTimeout(late)
        resolve(heard)
      })
    })
  }

  #readLines(child: ChildProcess, take: (line: string) => void): void {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) throw new Error('the server was started without pipes')
      createInterface({ input: stream }).on('line', (line) => {
        this.log.push(line)
        take(line)
      })
    }
  }

  #failure(what: string): Error {
    return new Error([what, ...this.log.slice(-30)].join('\n'))
  }
}
