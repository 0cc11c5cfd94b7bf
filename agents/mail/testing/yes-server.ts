import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** An IMAP server that says OK to everything. `said`: what it says before that, by the command. */
export async function startYesServer(said: Readonly<Record<string, readonly string[]>>) {
  const sockets = new Set<import('node:net').Socket>()
  let asked = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    createInterface({ input: socket }).on('line', (line) => {
      asked++
      const [tag = '', ...words] = line.split(' ')
      const command = (words[0]?.toUpperCase() === 'UID' ? words[1] : words[0])?.toUpperCase() ?? ''
      for (const answer of said[command] ?? []) socket.write(`* ${answer}\r\n`)
      socket.write(`${tag} OK done\r\n`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    asked: () => asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
