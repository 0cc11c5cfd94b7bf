import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { type AmiMessage, AmiReader } from './message.ts'

const [USER, SECRET] = ['crm', 'ami-secret']

/** An Asterisk that speaks by a script: it takes one user, says what it is told to say, and keeps what it is asked. */
export async function scriptedAmi(port = 0) {
  const asked: AmiMessage[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const reader = new AmiReader()
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.write('Asterisk Call Manager/9.0.0\r\n')
    socket.on('data', (piece) => {
      for (const action of reader.take(String(piece))) socket.write(answerTo(action, asked))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    user: USER,
    secret: SECRET,
    /** Actions other than signing in and pings. */
    asked,
    get connected() {
      return sockets.size
    },
    /** Says events to all that are connected, cut into pieces of so many letters. */
    async say(events: readonly { readonly [key: string]: string }[], piece = 1000) {
      const text = events.map((event) => `${linesOf(event)}\r\n\r\n`).join('')
      for (let at = 0; at < text.length; at += piece)
        for (const socket of sockets) await new Promise((resolve) => socket.write(text.slice(at, at + piece), resolve))
    },
    hangUp() {
      for (const socket of sockets) socket.destroy()
    },
    async stop() {
      this.hangUp()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answerTo(action: AmiMessage, asked: AmiMessage[]): string {
  const id = action.get('actionid') ?? ''
  const name = action.get('action')
  const isRight = action.get('username') === USER && action.get('secret') === SECRET
  if (name !== 'Login' && name !== 'Ping') asked.push(action)
  const isDone = name !== 'Login' || isRight
  return `${linesOf({ Response: isDone ? 'Success' : 'Error', ActionID: id, Message: 'said' })}\r\n\r\n`
}

function linesOf(event: { readonly [key: string]: string }): string {
  return Object.entries(event)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\r\n')
}
