import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A request to go over to a WebSocket, as its bytes. */
function upgradeTo(path: string, headers: readonly string[]): string {
  const usual = ['Host: x', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
  const all = [`GET ${path} HTTP/1.1`, ...usual, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', ...headers]
  return `${all.join('\r\n')}\r\n\r\n`
}

/** Asks for a WebSocket as no browser would; gives the first line of the answer, empty where the line was cut. */
export async function upgradeAt(url: string, path: string): Promise<string> {
  const socket = lineTo(url)
  socket.write(upgradeTo(path, []))
  let heard = ''
  socket.on('data', (piece) => {
    heard += piece
    socket.end()
  })
  await once(socket, 'close')
  return heard.split('\r\n')[0] ?? ''
}

/** Asks for a WebSocket, again and again, and breaks the line off before the answer has come. */
export async function breakUpgrades(url: string, path: string, headers: readonly string[] = []): Promise<void> {
  for (const pause of [0, 0, 1, 2]) {
    const lines = Array.from({ length: 20 }, async () => {
      const socket = lineTo(url)
      socket.write(upgradeTo(path, headers))
      setTimeout(() => socket.resetAndDestroy(), pause)
      await once(socket, 'close')
    })
    await Promise.all(lines)
  }
}

/** What nothing has caught, as it would have ended the process, until the undo that it gives. */
export function uncaught(): { readonly errors: unknown[]; readonly undo: () => void } {
  const errors: unknown[] = []
  const note = (error: unknown) => void errors.push(error)
  process.on('uncaughtException', note)
  return { errors, undo: () => process.off('uncaughtException', note) }
}

function lineTo(url: string): Socket {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  return socket
}
