import { getUnixTime } from 'lib0/time'

/** How long (ms) a line may say nothing before it is given up and begun again. */
export const SILENCE = 20_000

/** How a line was closed. */
type Closed = { readonly code: number; readonly reason: string }

/** A library's socket that gives up a line on which it hears nothing; @hocuspocus/provider's is one. */
export interface Listening {
  /** When something came last, by the library's own clock, ms since 1970; 0 while nothing has come on this line. */
  lastMessageReceived: number
  /** The line that there is now, of those that there were. */
  readonly identifier: number
  /** What hears a line's own end, by line: all whom it concerns are told by it. */
  readonly webSocketHandlers: { readonly [identifier: number]: { close(event: Closed): void } }
  /** What the library calls where it gives a line up. */
  onClose(closed: { readonly event: Closed }): void
  on(event: 'open', listener: () => void): unknown
}

/**
 * Makes the end of a silent line an end as any other, for everybody who waits for what comes by it. The library waits for
 * the first word without end, and a network may die just behind the opening; and where nothing of the closing comes back
 * either, it begins the line anew without telling any document that the old one is gone.
 */
export function endSilence(socket: Listening): void {
  socket.on('open', () => {
    socket.lastMessageReceived = getUnixTime()
  })
  socket.onClose = ({ event }) => socket.webSocketHandlers[socket.identifier]?.close(event)
}
