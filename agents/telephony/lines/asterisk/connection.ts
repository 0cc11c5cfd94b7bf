import { connect, type Socket } from 'node:net'
import { type AmiMessage, AmiReader, writeAction } from './message.ts'

export interface AmiPlace {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly secret: string
}

/** Nothing is waited for longer, ms. */
const PATIENCE = 10_000
/** So often it is asked whether Asterisk is still there, ms: half-dead lines say nothing. */
const PING = 30_000

/** The name or the secret is wrong. */
export class AmiRefused extends Error {}

/** A line to Asterisk that has signed in. */
export interface Ami {
  /** Sends an action, and gives its answer. Rejects where the line ends before, or nothing is answered in time. */
  ask(action: { readonly [key: string]: string }): Promise<AmiMessage>
  /** Resolves when the line has ended, by whichever end. */
  readonly over: Promise<void>
  close(): void
}

/** Connects and signs in. Rejects with an Error that names no secret. */
export async function openAmi(place: AmiPlace, onEvent: (event: AmiMessage) => void): Promise<Ami> {
  const socket = connect({ host: place.host, port: place.port })
  const line = new AmiLine(socket, onEvent)
  try {
    await line.connected
    const answer = await line.ask({ Action: 'Login', Username: place.user, Secret: place.secret, Events: 'call' })
    if (answer.get('response') !== 'Success') throw new AmiRefused('Asterisk refused the sign-in')
    line.keepAlive()
    return line
  } catch (error) {
    line.close()
    throw error
  }
}

class AmiLine implements Ami {
  readonly #socket: Socket
  readonly #reader = new AmiReader()
  readonly #asked = new Map<string, (answer: AmiMessage | Error) => void>()
  readonly connected: Promise<void>
  readonly over: Promise<void>
  #last = 0
  #ping: ReturnType<typeof setInterval> | undefined

  constructor(socket: Socket, onEvent: (event: AmiMessage) => void) {
    this.#socket = socket
    socket.setEncoding('utf8')
    socket.setTimeout(PING + PATIENCE, () => socket.destroy(new Error('Asterisk has fallen silent')))
    const connected = Promise.withResolvers<void>()
    this.connected = connected.promise
    this.over = new Promise((resolve) => socket.once('close', () => resolve()))
    socket.once('connect', () => connected.resolve())
    socket.once('error', (error) => connected.reject(error))
    // Whatever ends it is told by `close`.
    socket.on('error', () => {})
    socket.on('data', (piece) => this.#take(String(piece), onEvent))
    socket.once('close', () => this.#end())
  }

  ask(action: { readonly [key: string]: string }): Promise<AmiMessage> {
    this.#last += 1
    const id = String(this.#last)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(new Error('Asterisk did not answer')), PATIENCE)
      const settle = (answer: AmiMessage | Error) => {
        clearTimeout(timer)
        this.#asked.delete(id)
        if (answer instanceof Error) reject(answer)
        else resolve(answer)
      }
      this.#asked.set(id, settle)
      if (this.#socket.destroyed) settle(new Error('the line has ended'))
      else this.#socket.write(writeAction({ ...action, ActionID: id }))
    })
  }

  keepAlive(): void {
    this.#ping = setInterval(() => {
      this.ask({ Action: 'Ping' }).catch(() => this.close())
    }, PING)
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(piece: string, onEvent: (event: AmiMessage) => void): void {
    try {
      for (const message of this.#reader.take(piece)) {
        if (message.has('event')) onEvent(message)
        else this.#asked.get(message.get('actionid') ?? '')?.(message)
      }
    } catch (error) {
      this.#socket.destroy(error instanceof Error ? error : undefined)
    }
  }

  #end(): void {
    clearInterval(this.#ping)
    for (const settle of [...this.#asked.values()]) settle(new Error('the line has ended'))
  }
}
