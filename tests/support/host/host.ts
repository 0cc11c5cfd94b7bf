import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { killAtExit } from '../../../scripts/processes/kill-at-exit.ts'
import { heardListening, type Listening } from '../../../scripts/processes/listening.ts'
import { ROOT, toolEnvironment } from '../../../scripts/root.ts'
import type { TestServer } from '../server.ts'
import type { Asked, Told } from './process.ts'

const PROCESS = join(import.meta.dirname, 'process.ts')
/** A machine that does much else takes its time, ms. */
const PATIENCE = 90_000

/**
 * Gives one test after the other a server of its own, in a process that lives on between them: reading the program takes
 * longer than all else of a start. Where a server is killed or stopped, its process goes with it; the next one begins anew.
 */
export class Host {
  #process: ChildProcess | undefined

  /** Starts a server on a data folder and a free port, and waits until it listens; `args`: further flags of it. The one before it has been closed. */
  async serve(data: string, args: readonly string[] = []): Promise<TestServer> {
    const server = new HostedServer(() => this.#alive(), data, args)
    await server.start(0)
    return server
  }

  async end(): Promise<void> {
    if (this.#process) await killed(this.#process)
  }

  #alive(): ChildProcess {
    if (this.#process) return this.#process
    const child = fork(PROCESS, {
      cwd: ROOT,
      env: toolEnvironment(),
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    killAtExit(child)
    child.once('exit', () => {
      if (this.#process === child) this.#process = undefined
    })
    this.#process = child
    return child
  }
}

class HostedServer implements TestServer {
  readonly data: string
  readonly log: string[] = []
  port = 0
  trust: Listening['trust'] = null
  setUpCode: string | null = null
  readonly #alive: () => ChildProcess
  readonly #args: readonly string[]
  /** Its process, while it runs. */
  #process: ChildProcess | undefined

  constructor(alive: () => ChildProcess, data: string, args: readonly string[]) {
    this.#alive = alive
    this.#args = args
    this.data = data
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get running(): boolean {
    return this.#process !== undefined
  }

  async start(port: number): Promise<void> {
    const child = this.#alive()
    this.#process = child
    child.on('message', this.#note)
    child.on('exit', this.#gone)
    const begin = ['--port', String(port), '--data', this.data, ...this.#args]
    const heard = await this.#asked(child, { begin }, (told) =>
      'line' in told ? heardListening(told.line) : undefined,
    )
    this.port = heard.port
    this.trust = heard.trust
    this.setUpCode = heard.setUpCode
  }

  async stop(): Promise<void> {
    const child = this.#process
    if (!child) return
    const gone = once(child, 'exit')
    await this.#asked(child, { end: 'process' }, isEnded)
    await gone
  }

  async kill(): Promise<void> {
    if (this.#process) await killed(this.#process)
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start(this.port)
  }

  async close(): Promise<void> {
    const child = this.#process
    if (!child) return
    await this.#asked(child, { end: 'server' }, isEnded)
    this.#gone()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  readonly #note = (told: Told) => {
    if ('line' in told) this.log.push(told.line)
  }

  readonly #gone = () => {
    this.#process?.off('message', this.#note).off('exit', this.#gone)
    this.#process = undefined
  }

  /** Asks the process, and resolves with its answer; where there is none, the process is killed. */
  #asked<T>(child: ChildProcess, asked: Asked, answerIn: (told: Told) => T | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = () => {
        clearTimeout(late)
        child.off('message', hear).off('exit', fail)
      }
      const fail = () => {
        settle()
        child.kill('SIGKILL')
        reject(new Error(['the server did not do as it was asked', ...this.log.slice(-30)].join('\n')))
      }
      const hear = (told: Told) => {
        const answer = answerIn(told)
        if (answer === undefined) return
        settle()
        resolve(answer)
      }
      const late = setTimeout(fail, PATIENCE)
      child.on('message', hear)
      child.on('exit', fail)
      child.send(asked)
    })
  }
}

function isEnded(told: Told): true | undefined {
  return 'ended' in told ? true : undefined
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
