/** What is used of the package, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server, Socket } from 'node:net'

  export interface Pdu {
    readonly command: string
    /** 0: all is well. */
    readonly command_status: number
    readonly message_id?: string
    readonly system_id?: string
    readonly password?: string
    readonly source_addr?: string
    readonly source_addr_ton?: number
    readonly destination_addr?: string
    readonly data_coding?: number
    readonly short_message?: { readonly message: string | Buffer }
    readonly message_payload?: { readonly message: string | Buffer }
    /** The answer to it. */
    response(fields?: Fields): Pdu
  }

  export type Fields = Readonly<Record<string, string | number | Buffer>>
  type Answered = (answer: Pdu) => void

  /** One line. Each of the calls is false where it cannot be written to. */
  export interface Session extends EventEmitter {
    readonly socket: Socket
    bind_transceiver(fields: Fields, answered: Answered): boolean
    submit_sm(fields: Fields, answered: Answered): boolean
    enquire_link(fields: Fields, answered: Answered): boolean
    unbind(fields: Fields, answered: Answered): boolean
    send(pdu: Pdu): boolean
    destroy(): void
  }

  interface Package {
    connect(options: { host: string; port: number; tls: boolean }): Session
    createServer(options: object, listener: (session: Session) => void): Server
    /** Names of statuses: `ESME_RTHROTTLED`. */
    readonly errors: Readonly<Record<string, number>>
  }

  const smpp: Package
  export default smpp
}
