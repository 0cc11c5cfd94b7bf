import { WaysIn } from './ways-in.ts'

/** A library's socket that many documents share; @hocuspocus/provider's is one. */
export interface SharedSocket {
  readonly webSocket: { readonly readyState: number } | null
  send(frame: Uint8Array): void
  on(event: 'message' | 'disconnect', listener: (event: { readonly data: ArrayBuffer }) => void): unknown
}

/** WebSocket.OPEN. */
const OPEN = 1

/**
 * Watches what goes through a socket, from before anything has. What is to go out while there is no line is dropped, not
 * kept for the next one: there every document says all anew, and an old «close» would end what has just begun.
 */
export function watchWaysIn(socket: SharedSocket): WaysIn {
  const ways = new WaysIn()
  const send = socket.send.bind(socket)
  socket.send = (frame) => {
    if (socket.webSocket?.readyState !== OPEN) return
    ways.sent(frame)
    send(frame)
  }
  socket.on('message', ({ data }) => ways.came(new Uint8Array(data)))
  socket.on('disconnect', () => ways.broke())
  return ways
}
