import { setTimeout as after } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { accountAt, idOf, type MailRoom, openMailRoom } from '../../agents/mail/testing/mail-room.ts'
import { putLetters } from '../../agents/mail/testing/maildir.ts'
import { type Dovecot, startDovecot } from '../../agents/sending/testing/dovecot.ts'
import { getPackages, PEERS_OF_MAIL } from '../../scripts/test/get-packages.ts'
import { SERVICE_KEY } from '../../sync-server/http/testing/server.ts'
import { AgentsProcess } from '../support/agents.ts'
import { memoryOf } from './growth/process.ts'
import { officeLetter } from './mail/box.ts'
import { timeMbsync } from './mail/mbsync.ts'
import { type BenchFigure, type BenchResult, megabytes, milliseconds, quantile, told } from './result.ts'

export const name = 'Mail: a box taken in'

const [FIRST, LARGE] = [10_000, 50_000]
const DELIVERED = 60
const USER = 'office'
/** Letters of so many months stand in the box. */
const MONTHS = 9

/** A real Dovecot on loopback; the agents are a process of their own. */
export async function run(): Promise<BenchResult> {
  await getPackages(PEERS_OF_MAIL)
  const [dovecot, room] = [await startDovecot(), await openMailRoom()]
  const agents = new AgentsProcess(['--url', room.server.url, '--data', room.folder, '--key', SERVICE_KEY])
  try {
    await fill(dovecot, 0, FIRST)
    const peer = await timeMbsync(dovecot.imap, USER)
    await room.put('office', accountAt(dovecot.imap, USER))
    const began = performance.now()
    await agents.start()
    await taken(room, FIRST)
    const ours = performance.now() - began
    const figures: BenchFigure[] = [...told(imports(ours, peer))]
    figures.push(...told(comings(await deliver(dovecot, room))))
    await fill(dovecot, FIRST, LARGE)
    await taken(room, LARGE + DELIVERED)
    const filling = await memoryOf(agents.pid)
    await agents.stop()
    await agents.start()
    await after(20_000)
    const { now } = await memoryOf(agents.pid)
    figures.push({
      what: `memory of the agents while ${LARGE} letters came in, at most`,
      value: megabytes(filling.most),
    })
    figures.push({ what: `memory of the agents, begun anew over the box of ${LARGE}`, value: megabytes(now) })
    return { about: ABOUT, figures }
  } finally {
    await agents.kill()
    await room.close()
    await dovecot.stop()
  }
}

async function fill(dovecot: Dovecot, from: number, to: number): Promise<void> {
  const all = Array.from({ length: to - from }, (_, i) => officeLetter(from + i, MONTHS))
  await putLetters(dovecot, USER, all)
}

/** Waits until so many letters stand in the ledger. */
async function taken(room: MailRoom, count: number): Promise<void> {
  for (let found = 0; found < count; await after(250)) {
    const [inbox] = (await room.ledger.folders(idOf('office'))).filter(({ folder }) => folder === 'INBOX')
    found = inbox?.counts.imported ?? 0
  }
}

/** From when the mail server took a letter until its record is acknowledged and seen by another replica, of each ms. */
async function deliver(dovecot: Dovecot, room: MailRoom): Promise<number[]> {
  const lmtp = createTransport({ host: '127.0.0.1', port: dovecot.port, lmtp: true, secure: false, ignoreTLS: true })
  const { seen, stop } = await room.watch()
  const took: number[] = []
  for (let i = 0; i < DELIVERED; i++) {
    const id = `delivered${i}@example.com`
    const came = seen(id)
    await lmtp.sendMail({
      from: 'anna@example.com',
      to: `${USER}@example.com`,
      subject: `${i}`,
      text: `${i}`,
      messageId: id,
    })
    const at = performance.now()
    took.push((await came) - at)
    await after(50)
  }
  stop()
  lmtp.close()
  return took
}

function imports(ours: number, peer: number): BenchFigure[] {
  const perSecond = (ms: number) => `${((FIRST / ms) * 1000).toFixed(0)} letters/s`
  return [
    {
      what: `first import of ${FIRST} letters: each a record with its words and files`,
      value: seconds(ours),
    },
    { what: 'the same, in a second', value: perSecond(ours) },
    { what: `the same ${FIRST} copied by mbsync 1.4 into a Maildir`, value: seconds(peer) },
    { what: 'the same, in a second', value: perSecond(peer) },
  ]
}

function comings(took: readonly number[]): BenchFigure[] {
  const value = (share: number) => milliseconds(quantile(took, share))
  return [
    { what: 'from delivery (LMTP) to the acknowledged record, by IDLE: median', value: value(0.5) },
    { what: 'the same, p95', value: value(0.95), target: 'under 2 s', held: quantile(took, 0.95) < 2000 },
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

const ABOUT = `A box of Dovecot 2.3 on the same machine, of letters of some lines of Russian, each tenth with a file of 40 kB, over ${MONTHS} months.
The agents, all of them, are a process of their own, the sync server another; they speak over HTTP and WebSocket on loopback, and each letter is acknowledged before
its row in the ledger is written. mbsync copies bytes alone. Dovecot itself tells of a new letter half a second after it has it. Others were building on the same two cores meanwhile: the figures are rather
too large than too small.`
