import type { WorkerPort } from '../page/client.ts'
import type { FromWorker, ToWorker } from '../protocol.ts'
import { type HubMessage, openHub, openLine } from './lines.ts'

/**
 * A page's end of the line to the worker that some tab hosts. What is sent while none is there goes nowhere: the page is
 * told of each new worker, and asks anew.
 */
export class TabPort implements WorkerPort {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null
  readonly #name: string
  readonly #tab = crypto.randomUUID()
  readonly #hub: BroadcastChannel
  #line: BroadcastChannel | null = null
  #host: string | null = null

  constructor(name: string) {
    this.#name = name
    this.#hub = openHub(name)
    this.#hub.onmessage = ({ data }: MessageEvent<HubMessage>) => data.say === 'host' && this.#turnTo(data.host)
    this.look()
  }

  postMessage(message: ToWorker): void {
    this.#line?.postMessage(message)
  }

  /** Looks who hosts: a page that was frozen may have missed a new one. */
  look(): void {
    this.#hub.postMessage({ say: 'who' } satisfies HubMessage)
  }

  close(): void {
    this.#hub.close()
    this.#line?.close()
  }

  #turnTo(host: string): void {
    if (host === this.#host) return
    this.#host = host
    this.#line?.close()
    this.#line = openLine(this.#name, this.#tab, host)
    this.#line.onmessage = (event: MessageEvent<FromWorker>) => this.onmessage?.(event)
    this.#hub.postMessage({ say: 'tab', tab: this.#tab, host } satisfies HubMessage)
  }
}
