import type { Call } from '../../shared/calls/collections.ts'
import { COMPANY, company } from '../../shared/company/collections.ts'
import { Pace } from '../../shared/line/pace.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { EventTimes } from './calls/event-times.ts'
import { Unended } from './calls/unended.ts'
import { Nonces } from './door/caller/nonces.ts'
import { type Door, openDoor } from './door/door.ts'
import type { DoorPorts } from './door/ports.ts'
import { answerHook } from './hooks/route.ts'
import { type DialsOnce, dialOnce } from './lines/dial-once.ts'
import { Lines } from './lines/lines.ts'
import { takeFromLine } from './lines/take-from-line.ts'
import { HeldPhones } from './phones/held-phones.ts'
import { Receivers } from './receivers/receivers.ts'
import { takeReport } from './reports/take-report.ts'
import { Board } from './requests/board.ts'
import { Dialling } from './requests/dialling.ts'
import { settleRequest } from './requests/settle.ts'
import { wishOf } from './requests/whose-wish.ts'
import { Telling } from './telling.ts'
import { Texts } from './texts/texts.ts'

/** So many requests and frames of a phone are answered in a minute. */
const MOST_ASKED = 1200
const HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** The bridge between phones and the records of calls (SPEC.md). */
export const telephony: Agent = {
  name: 'telephony',
  feature: 'telephony',
  run: (ground) => runTelephony(ground),
}

async function runTelephony(ground: AgentGround): Promise<void> {
  const { replica, log, signal } = ground
  const fail = (err: unknown) => {
    if (!signal.aborted) log.error({ err }, 'phones are not read anew')
  }
  const phones = new HeldPhones({ replica, read: ground.phones, fail })
  try {
    await phones.look()
    await bridgeWith(ground, phones)
  } finally {
    phones.stop()
  }
}

/** Bridges until the signal. */
async function bridgeWith(ground: AgentGround, phones: HeldPhones): Promise<void> {
  const { replica, log } = ground
  const board = new Board()
  const receivers = new Receivers()
  const unended = new Unended(ground)
  const times = new EventTimes(ground)
  const telling = new Telling(ground)
  const once: DialsOnce = (request, dial) => dialOnce(ground, request, dial)
  const lines = new Lines({
    phones,
    log,
    stand: () => telling.look(),
    take: (line, report) => takeFromLine(ground, line, report, Date.now()),
    once,
    settle: (phone, id, outcome) => settleRequest(ground, board, { phone, id, outcome }),
  })
  lines.look()
  const find = findIn(replica)
  const mayDial = (id: string, call: Call) => {
    const phone = phones.dialler(id)
    return phone !== null && wishOf(find, call, phone.owner) === 'owners'
  }
  const dialling = new Dialling({ ground, board, receivers, once, lineOf: (phone) => lines.dialler(phone), mayDial })
  const texts = new Texts({ ground, board, phones })
  const doors: Door[] = []
  try {
    await unended.begin()
    texts.start()
    const ports = portsOf(ground, phones, { board, receivers })
    const isHere = HERE.includes(new URL(replica.pass.address).hostname)
    const door = await openDoor(ports, { host: isHere ? '127.0.0.1' : '0.0.0.0', port: 0, signedOnly: false })
    doors.push(door)
    const plain = await plainDoor(ports, ground)
    if (plain) doors.push(plain)
    log.info({ port: door.port, plain: ground.phonesAt }, 'phones may call')
    await telling.run(`http://${isHere ? '127.0.0.1' : '0.0.0.0'}:${door.port}`, () => lines.standings())
  } finally {
    dialling.stop()
    await texts.stop()
    await Promise.all(doors.map((one) => one.close()))
    await Promise.all([lines.stop(), unended.stop(), times.stop()])
  }
}

/** The door of plain HTTP, where one is asked for; a port that is taken keeps no phone from the other door. */
async function plainDoor(ports: DoorPorts, { phonesAt, log }: AgentGround): Promise<Door | null> {
  if (phonesAt === null) return null
  try {
    return await openDoor(ports, { ...phonesAt, signedOnly: true })
  } catch (err) {
    log.error({ err, ...phonesAt }, 'phones cannot call over plain HTTP')
    return null
  }
}

interface Asking {
  readonly board: Board
  readonly receivers: Receivers
}

function portsOf(ground: AgentGround, phones: HeldPhones, { board, receivers }: Asking): DoorPorts {
  const find = findIn(ground.replica)
  return {
    phones,
    receivers,
    nonces: new Nonces(ground.cache),
    pace: new Pace(MOST_ASKED),
    take: (phone, report) => takeReport(ground, { phone, report, heard: Date.now() }),
    requests: {
      next: (phone, wait, until) => board.next(phone, wait, until),
      listen: (phone, give) => board.listen(phone, give),
      settle: (phone, id, outcome) => settleRequest(ground, board, { phone, id, outcome }),
    },
    hook: (line, request) =>
      answerHook(line, request, (from, report, heard) => takeFromLine(ground, from, report, heard)),
    language: () => find(company, COMPANY)?.language ?? 'ru',
    log: ground.log,
  }
}
