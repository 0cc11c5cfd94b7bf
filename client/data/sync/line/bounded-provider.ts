import {
  type ConstructableOutgoingMessage,
  HocuspocusProvider,
  type HocuspocusProviderConfiguration,
  type OutgoingMessageArguments,
} from '@hocuspocus/provider'
import { length } from 'lib0/encoding'

/** The most that is sent in one message, and who is told when a message is greater. */
export interface Bound {
  /** Bytes. */
  readonly limit: number
  /** Called in the task in which the message was to be sent. */
  onExceeded(): void
}

/**
 * A provider that sends no update over the limit: the server would close the whole line for it, and get it again with the
 * next one. It is detached instead, so that nothing that follows on what was not sent goes out either.
 */
export class BoundedProvider extends HocuspocusProvider {
  readonly #bound: Bound

  constructor(configuration: HocuspocusProviderConfiguration, bound: Bound) {
    super(configuration)
    this.#bound = bound
  }

  override send(message: ConstructableOutgoingMessage, args: Partial<OutgoingMessageArguments>): void {
    const bytes = args.encoder ? length(args.encoder) : (args.update?.length ?? 0)
    if (bytes <= this.#bound.limit) super.send(message, args)
    else if (this.isAttached) {
      this.detach()
      this.#bound.onExceeded()
    }
  }
}
