import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Served } from '../../../client/data/session/testing/test-device.ts'
import { killAtExit } from '../../../scripts/processes/kill-at-exit.ts'
import { aheadBy } from '../clock.ts'
import type { Ask, Begin, Give, Question, Reply, Roles, Take } from './protocol.ts'

/** So much of what it printed last is shown when it ends by itself. */
const KEPT = 2000
const PROCESS = join(import.meta.dirname, 'process.ts')

/** The server of a simulation: a process that is asked, stopped, killed, and begun again on the same port and data. */
export class House implements Served {
  readonly folder: string
  url = ''
  company = ''
  roles: Roles
  readonly storage = { addReplica: (user: string, label: string) => this.ask('replica', { user, label }) }
  #child: ChildProcess | null = null
  #questions = 0
  #said = ''
  readonly #open = new Map<number, (reply: Reply) => void>()

  private constructor(folder: string, roles: Roles) {
    this.folder = folder
    this.roles = roles
  }

  static async begin(roles: Roles): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), 'voronka-simulate-')), roles)
    await house.start()
    return house
  }

  async start(): Promise<void> {
    const port = this.url === '' ? 0 : Number(new URL(this.url).port)
    const begin: Begin = { folder: this.folder, port, ahead: aheadBy(), roles: this.roles }
    const child = fork(PROCESS, [JSON.stringify(begin)], { serialization: 'advanced', execArgv: [], silent: true })
    killAtExit(child, 'SIGKILL')
    this.#child = child
    // Hocuspocus says at length which connections were refused, in words that the tests of refusals know.
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => this.#hear(String(words)))
    child.on('message', (reply: Reply) => this.#open.get(reply.number)?.(reply))
    child.on('exit', () => this.#end(child))
    Object.assign(this, await this.ask('where', null))
  }

  ask<A extends Ask>(ask: A, take: Take<A>): Promise<Give<A>> {
    const child = this.#child
    if (!child) return Promise.reject(new Error(`The server is off: ${ask}`))
    const number = ++this.#questions
    return new Promise((resolve, reject) => {
      this.#open.set(number, ({ give, failed }) => {
        this.#open.delete(number)
        if (failed === undefined) resolve(give as Give<A>)
        else reject(new Error(failed))
      })
      child.send({ number, ask, take } satisfies Question)
    })
  }

  /** Its clock goes by the simulation's. */
  async tellTime(): Promise<void> {
    if (this.#child) await this.ask('time', aheadBy())
  }

  async setRoles(roles: Roles): Promise<void> {
    this.roles = roles
    await this.ask('roles', roles)
  }

  async stop(): Promise<void> {
    await this.ask('stop', null)
    await this.kill()
  }

  /** At once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  async close(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }

  #hear(words: string): void {
    this.#said = `${this.#said}${words}`.slice(-KEPT)
  }

  #end(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = null
    for (const [number, answer] of this.#open) answer({ number, failed: `The server has ended:\n${this.#said}` })
  }
}
