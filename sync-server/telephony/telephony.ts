import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { addressBehind } from '../http/guard/network.ts'
import type { PhoneStore } from '../storage/telephony/phones.ts'
import type { Author } from '../sync/author.ts'
import type { TakeUpgrade } from '../sync/connection/line/sockets.ts'
import { Bridge, type Patience } from './bridge/bridge.ts'
import { Seen } from './bridge/seen.ts'
import { PhoneSockets } from './bridge/sockets.ts'
import { Standings } from './bridge/standings.ts'
import { PhonePairing } from './phones/pairing.ts'
import { Phones } from './phones/phones.ts'

export interface TelephonyOptions {
  readonly store: PhoneStore
  /** The company's id. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
  readonly author: Author
  /** Accounts of the program that may sign in. */
  readonly welcome: () => Promise<ReadonlySet<string>>
  /** Is told of what failed while nobody waited for it. */
  readonly fail: (error: unknown) => void
  /** A proxy of ours stands before the server and names the client. */
  readonly behindProxy: boolean
  readonly log: Logger
  readonly patience?: Patience | undefined
}

/** The server's part of telephony (SPEC.md). */
export class Telephony {
  readonly phones: Phones
  readonly pairing: PhonePairing
  /** The way to the bridge. */
  readonly bridge: Bridge
  /** When phones spoke last. */
  readonly seen: Seen
  /** How lines of the bridge stand. */
  readonly standings = new Standings()
  readonly #sockets: PhoneSockets

  constructor({ store, welcome, fail, behindProxy, log, patience, ...rest }: TelephonyOptions) {
    this.phones = new Phones({ store, welcome, fail, ...rest })
    this.pairing = new PhonePairing({ store, welcome, phones: this.phones })
    this.bridge = new Bridge(store, patience)
    this.seen = new Seen(store, fail)
    const from = ({ headers, socket }: IncomingMessage) =>
      addressBehind(behindProxy, headers['x-forwarded-for']?.toString(), socket.remoteAddress)
    this.#sockets = new PhoneSockets({ bridge: this.bridge, seen: this.seen, from, log })
  }

  /** Takes the WebSockets of phones. */
  readonly takeUpgrade: TakeUpgrade = (request, socket, head) => this.#sockets.take(request, socket, head)

  async stop(): Promise<void> {
    this.bridge.stop()
    this.#sockets.stop()
    await this.phones.stop()
  }
}
