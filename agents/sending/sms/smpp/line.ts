import smpp, { type Pdu, type Session } from 'smpp'
import type { Smpp } from '../../../../shared/messages/sending.ts'
import { doubtful, later, type Outcome } from '../../outcome.ts'
import type { Sms } from '../gate.ts'
import { outcomeOf, statusName, submitted } from './submitted.ts'

/** How long is waited, milliseconds. */
export interface Patience {
  /** Until signed in, and until an SMS is answered. */
  readonly answer: number
  /** Between two questions whether the other side is still there. */
  readonly pulse: number
}

const SIGN_IN = ['ESME_RBINDFAIL', 'ESME_RINVPASWD', 'ESME_RINVSYSID']
const VERSION = 0x34

/** A line to a gateway on which we are signed in. It ends once, and what was submitted and not answered is doubtful then. */
export class Line {
  readonly #session: Session
  readonly #settings: Smpp<string>
  readonly #patience: Patience
  readonly ended: Promise<void>

  constructor(session: Session, settings: Smpp<string>, patience: Patience, ended: Promise<void>) {
    this.#session = session
    this.#settings = settings
    this.#patience = patience
    this.ended = ended
    this.#keepAlive()
  }

  async submit(sms: Sms): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const fields = submitted(this.#settings.sender, sms)
    const isAsked = this.#session.submit_sm(fields, (answer) => resolve(outcomeOf(answer)))
    if (!isAsked) return later('server', 'cutOff')
    const late = setTimeout(() => resolve(doubtful()), this.#patience.answer)
    this.ended.then(() => resolve(doubtful()))
    const outcome = await promise
    clearTimeout(late)
    return outcome
  }

  close(): void {
    this.#session.unbind({}, () => this.#session.destroy())
    setTimeout(() => this.#session.destroy(), this.#patience.answer).unref()
  }

  /** Asks again and again whether the other side is there: who has not answered until the next time is not. */
  #keepAlive(): void {
    let isAsked = false
    const pulse = setInterval(() => {
      if (isAsked) return this.#session.destroy()
      isAsked = this.#session.enquire_link({}, () => {
        isAsked = false
      })
    }, this.#patience.pulse)
    this.ended.then(() => clearInterval(pulse))
  }
}

/** Opens a line and signs in, or tells why not. */
export async function openLine(settings: Smpp<string>, patience: Patience): Promise<Line | Outcome> {
  const { host, port, tls, systemId, password } = settings
  const { promise, resolve } = Promise.withResolvers<Line | Outcome>()
  const session = smpp.connect({ host, port, tls })
  const ended = new Promise<void>((end) => session.once('close', end))
  answerQuestions(session)
  session.on('error', (error: Error) => resolve(later('server', 'unreachable', error.message)))
  ended.then(() => resolve(later('server', 'cutOff')))
  session.once(tls ? 'secureConnect' : 'connect', () =>
    session.bind_transceiver(
      { system_id: systemId, password, interface_version: VERSION },
      ({ command_status: status }) =>
        resolve(status === 0 ? new Line(session, settings, patience, ended) : refused(status)),
    ),
  )
  const late = setTimeout(() => resolve(later('server', 'noAnswer')), patience.answer)
  const opened = await promise
  clearTimeout(late)
  if (!(opened instanceof Line)) session.destroy()
  return opened
}

function refused(status: number): Outcome {
  const name = statusName(status)
  return later('server', SIGN_IN.includes(name) ? 'signInRefused' : 'triesAgain', name)
}

/** What a gateway may ask or tell at any time: receipts and SMS to us are said to have come, and are not kept. */
function answerQuestions(session: Session): void {
  const answer = (pdu: Pdu) => void session.send(pdu.response())
  session.on('enquire_link', answer)
  session.on('deliver_sm', answer)
  session.on('unbind', (pdu: Pdu) => {
    answer(pdu)
    session.socket.end()
  })
}
