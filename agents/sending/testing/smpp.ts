import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'

const NAME = 'voronka'
const PASSWORD = 'sesame'
const WRONG_PASSWORD = 0x0e

/** What a gateway does about an SMS: a status, a cut line, or nothing. */
export type SmppVerdict = number | 'cut' | 'silent'

/** A gateway of a test's own, on loopback: it takes what `verdict` answers 0 to. */
export async function startSmpp(verdict: (pdu: Pdu) => SmppVerdict = () => 0) {
  const taken: Pdu[] = []
  const sessions: Session[] = []
  const heard: string[] = []
  let last = 0
  const server = smpp.createServer({}, (session) => {
    sessions.push(session)
    session.on('error', () => undefined)
    session.on('pdu', ({ command }: Pdu) => heard.push(command))
    session.on('bind_transceiver', (pdu: Pdu) => {
      const isRight = pdu.system_id === NAME && pdu.password === PASSWORD
      session.send(pdu.response({ command_status: isRight ? 0 : WRONG_PASSWORD }))
    })
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu: Pdu) => {
      const said = verdict(pdu)
      if (said === 'cut') return session.destroy()
      if (said === 'silent') return
      if (said === 0) taken.push(pdu)
      session.send(pdu.response(said === 0 ? { message_id: `m${++last}` } : { command_status: said }))
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    taken,
    sessions,
    /** Names of all that was said to it. */
    heard,
    stop: async () => {
      for (const session of sessions) session.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const SMPP_RIGHT = { systemId: NAME, password: PASSWORD }
