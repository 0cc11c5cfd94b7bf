import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { DoorPorts } from './ports.ts'
import { doorRoutes } from './routes.ts'
import { PhoneSockets } from './socket.ts'

/** Where a door is. */
export interface DoorPlace {
  readonly host: string
  /** 0: the system chooses. */
  readonly port: number
  /** Nothing is taken but what is signed: it is plain HTTP, and others may listen. */
  readonly signedOnly: boolean
}

export interface Door {
  readonly port: number
  /** Answers what came, and closes all sockets. */
  close(): Promise<void>
}

/** Opens a door for phones. Rejects where the port is taken. */
export async function openDoor(ports: DoorPorts, { host, port, signedOnly }: DoorPlace): Promise<Door> {
  const routes = doorRoutes(ports, signedOnly)
  const server = createServer(getRequestListener(routes.fetch))
  const sockets = new PhoneSockets(ports, signedOnly)
  server.on('upgrade', (request, socket, head) => {
    // Node hears nothing more of this line: one that breaks would end the process.
    socket.on('error', () => socket.destroy())
    sockets.upgrade(request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await sockets.close()
      server.closeIdleConnections()
      // Whoever waits for something to do is not waited for.
      setTimeout(() => server.closeAllConnections(), 1000).unref()
      await closed
    },
  }
}
