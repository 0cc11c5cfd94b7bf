import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { LARGEST_UPDATE } from '../../../../shared/documents/update-limit.ts'
import { endSilence, SILENCE } from '../../../../shared/line/silence.ts'
import { watchWaysIn } from '../../../../shared/line/watch.ts'
import type { WaysIn } from '../../../../shared/line/ways-in.ts'

/** The one line to the server that all documents share. */
export interface Socket {
  readonly provider: HocuspocusProviderWebsocket
  /** By which documents are attached: no sooner than the answers to an earlier link have come. */
  readonly ways: WaysIn
  /** The greatest update that may be sent, bytes. */
  readonly limit: number
  isOpen(): boolean
  /** Calls `listener` when the line opens or breaks; returns its undo. */
  observe(listener: (open: boolean) => void): () => void
  close(): void
}

/**
 * Opens the line; it comes back by itself, after 0.2 to 5 seconds. A minimum delay must stand below the delay. Silent for
 * `silence` ms, it is given up within a third more.
 */
export function openSocket(url: string, limit = LARGEST_UPDATE, silence = SILENCE): Socket {
  const provider = new HocuspocusProviderWebsocket({
    url,
    delay: 400,
    minDelay: 200,
    maxDelay: 5000,
    messageReconnectTimeout: silence,
  })
  endSilence(provider)
  return {
    provider,
    ways: watchWaysIn(provider),
    limit,
    isOpen: () => provider.status === WebSocketStatus.Connected,
    observe: (listener) => {
      const onStatus = ({ status }: { status: WebSocketStatus }) => listener(status === WebSocketStatus.Connected)
      provider.on('status', onStatus)
      return () => provider.off('status', onStatus)
    },
    close: () => provider.destroy(),
  }
}
