import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../../shared/commands.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import {
  type Ground,
  type OpenDocument,
  Transaction,
  type Written,
} from '../../../shared/records/writing/transaction.ts'

export interface DeviceOptions {
  readonly port: number
  readonly company: string
  readonly replica: string
  /** Stands in the cookie. */
  readonly user: string
  /** Instead of `replica:<name>`. */
  readonly token?: string
  /** The device's clock. */
  readonly now?: () => number
}

/** How tests see a document of a device. */
export interface Held extends OpenDocument {
  readonly provider: HocuspocusProvider
  /** Why the server closed or denied it, in order. */
  readonly reasons: string[]
}

/** A device as tests have it: real providers on one socket, commands of the domain over them. */
export class Device implements Ground {
  readonly options: DeviceOptions
  readonly clock: Clock
  readonly person = null
  readonly socket: HocuspocusProviderWebsocket
  readonly #held = new Map<string, Held>()
  #marks = 0

  constructor(options: DeviceOptions) {
    this.options = options
    this.clock = new Clock(options.replica, options.now ?? Date.now)
    this.socket = new HocuspocusProviderWebsocket({
      url: `ws://127.0.0.1:${options.port}/sync`,
      WebSocketPolyfill: socketWith(options.user),
      delay: 100,
      minDelay: 50,
      maxDelay: 500,
    })
  }

  /** Attaches a document; `rest` is its name without the company. Known state may be given, as from the device's disk. */
  attach(rest: string, doc = new Y.Doc(), company = this.options.company): Held {
    const name = `${company}/${rest}`
    const reasons: string[] = []
    const provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name,
      document: doc,
      awareness: null,
      token: this.options.token ?? `replica:${this.options.replica}`,
      onClose: ({ event }) => reasons.push(event.reason),
      onAuthenticationFailed: ({ reason }) => reasons.push(reason),
    })
    const sets = new Map<string, RecordSet<Collection>>()
    const held: Held = {
      name,
      doc,
      provider,
      reasons,
      records: <C extends Collection>(collection: C) => {
        const known = sets.get(collection.name) ?? (new RecordSet(doc, collection) as unknown as RecordSet<Collection>)
        sets.set(collection.name, known)
        return known as unknown as RecordSet<C>
      },
    }
    this.#held.set(name, held)
    provider.attach()
    return held
  }

  /** Attaches a document and waits until the server's state is here. */
  async synced(rest: string): Promise<Held> {
    const held = this.attach(rest)
    await arrived(held)
    return held
  }

  /** Detaches and attaches a document again, as a device does after it was refused for now. */
  again(held: Held): Promise<void> {
    held.provider.detach()
    const here = arrived(held)
    held.provider.attach()
    return here
  }

  open(collection: Collection, id: string): Held {
    const name = documentOf(this.options.company, collection.family, id)
    const held = this.#held.get(name)
    if (!held) throw new Failure('document-closed', { document: name })
    return held
  }

  /** Runs a command and writes what it gives. */
  run<N extends CommandName>(command: N, args: CommandArgs<N>): CommandResult<N> {
    const tx = new Transaction(this)
    const run = COMMANDS[command] as (tx: Transaction, args: CommandArgs<N>) => CommandResult<N>
    const result = run(tx, args)
    tx.commit('device')
    return result
  }

  /** Writes by hand, as no command does. */
  act(work: (tx: Transaction) => void): readonly Written[] {
    const tx = new Transaction(this)
    work(tx)
    return tx.commit('device')
  }

  /** Resolves when the server says that all written to the document so far is saved. */
  saved(held: Held): Promise<void> {
    const mark = ++this.#marks
    return new Promise((resolve) => {
      const listen = ({ payload }: { payload: string }) => {
        if (payload !== `marked:${mark}`) return
        held.provider.off('stateless', listen)
        resolve()
      }
      held.provider.on('stateless', listen)
      held.provider.sendStateless(`mark:${mark}`)
    })
  }

  close(): void {
    for (const { provider } of this.#held.values()) provider.destroy()
    this.socket.destroy()
  }
}

/** Resolves when the server's state is in the document. */
function arrived({ provider }: Held): Promise<void> {
  return new Promise((resolve) => {
    const listen = () => {
      provider.off('synced', listen)
      resolve()
    }
    provider.on('synced', listen)
  })
}

/** A WebSocket that shows a cookie, as a browser's does. */
export function socketWith(cookie: string) {
  return class extends WebSocket {
    constructor(url: string) {
      // Node's takes headers where a browser's takes protocols; the types are the browser's.
      super(url, { headers: { cookie } } as unknown as string[])
    }
  }
}
