import type { FromWorker, ToWorker } from '../protocol.ts'
import type { Port } from '../session/desk/seat.ts'
import { type HubMessage, openHub, openLine } from './lines.ts'

/**
 * The worker's end: every tab that announces itself has a port of its own, and `take` is called with what it sends. The tab
 * is told that a new worker stands before it, which knows nothing of what was asked of an earlier one. Returns its undo.
 */
export function openHost(name: string, take: (port: Port, message: ToWorker) => void): () => void {
  const host = crypto.randomUUID()
  const hub = openHub(name)
  const ports = new Set<Port>()
  const say = (message: HubMessage) => hub.postMessage(message)
  hub.onmessage = ({ data }: MessageEvent<HubMessage>) => {
    if (data.say === 'who') say({ say: 'host', host })
    if (data.say === 'tab' && data.host === host) ports.add(greet(openLine(name, data.tab, host), take))
  }
  say({ say: 'host', host })
  return () => {
    hub.close()
    for (const port of ports) port.close()
  }
}

/** What is taken is said so before it is begun: what a tab sent and nobody took, another host may be asked for. */
function greet(line: BroadcastChannel, take: (port: Port, message: ToWorker) => void): Port {
  const port = portOver(line)
  line.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    port.postMessage({ say: 'taken', call: data.call })
    take(port, data)
  }
  port.postMessage({ say: 'news', news: 'new-worker' })
  return port
}

/** A port that may be closed under an answer: a BroadcastChannel throws then. */
function portOver(line: BroadcastChannel): Port {
  let isOpen = true
  return {
    postMessage: (message: FromWorker) => {
      if (isOpen) line.postMessage(message)
    },
    close: () => {
      isOpen = false
      line.close()
    },
  }
}
