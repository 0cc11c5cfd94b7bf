import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { joinServer, readServiceKey } from '../../agents/runtime/connection/join.ts'
import { Replica } from '../../agents/runtime/replica.ts'
import { startMail } from '../../agents/sending/testing/smtp.ts'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { AgentsProcess } from '../support/agents.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { saved } from './feel/house.ts'
import { put } from './feel/motion.ts'
import { BrowserDevice } from './open/device.ts'
import { type BenchResult, median, milliseconds, quantile } from './result.ts'

export const name = 'From a drag on the board to the letter'

const DRAGS = 40
const BOARD = '/orders/work/board'
/** The rule of the demo company, and its action that writes a letter. */
const RULE = 'tellCustomer'
/** So long a letter waits, so that its move can be undone, ms. */
const WAITS = 30_000

/** Cards are dragged in Chromium; the letters of their moves come to a mail server on loopback. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const profile = await mkdtemp(join(tmpdir(), 'voronka-letter-'))
  const came: number[] = []
  const mail = await startMail({ hideSTARTTLS: true }, () => {
    came.push(performance.now())
    return null
  })
  const server = await startServer({ args: ['--host', '127.0.0.1', '--demo'] })
  const agents = new AgentsProcess(['--url', server.url, '--data', server.data])
  const device = await BrowserDevice.start(profile, server.url)
  try {
    await agents.start()
    await device.enter({ email: DEMO_USERS[0]?.email ?? '', password: DEMO_PASSWORD })
    await sendBy(device, mail.port)
    await writeOfEachMove(server)
    const dragged = await dragAll(device)
    while (came.length < DRAGS) await after(100)
    return { about: ABOUT, figures: figuresOf(dragged, came) }
  } finally {
    await device.close()
    await agents.kill()
    await server.close()
    await mail.stop()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Letters leave in the order of their moves, since each waits as long. */
function figuresOf(dragged: readonly number[], came: readonly number[]) {
  const took = dragged.map((at, i) => (came[i] ?? Number.NaN) - at - WAITS)
  return [
    {
      what: 'from a card counted in its new column to its letter in the mail server, without its wait: median',
      value: told(took, 0.5),
    },
    { what: 'the same, p95', value: told(took, 0.95) },
    { what: 'the wait that is left out: so long the move can be undone', value: milliseconds(WAITS) },
    { what: 'between two cards that were let go, median', value: milliseconds(median(gaps(dragged))) },
  ]
}

function told(times: readonly number[], share: number): string {
  return milliseconds(quantile(times, share))
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, i) => time - (times[i] ?? time))
}

async function dragAll(device: BrowserDevice): Promise<number[]> {
  const { page } = device
  await page.setViewportSize({ width: 2300, height: 900 })
  await device.open(BOARD, () => document.querySelectorAll('.tile').length > 6, '')
  await saved(device)
  const times: number[] = []
  for (let i = 0; i < DRAGS; i++) {
    await put(page, i % 2, 1 - (i % 2))
    times.push(performance.now())
  }
  return times
}

async function sendBy({ page }: BrowserDevice, port: number): Promise<void> {
  const from = { fromName: 'Office', fromAddress: 'office@assol.example' }
  const mail = { host: '127.0.0.1', port, tls: 'none', user: '', password: '', ...from }
  const origin = new URL(page.url()).origin
  const answer = await page.request.put(`${origin}/api/sending`, { data: { mail, sms: null }, headers: { origin } })
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
}

/** The demo company's rule is for each move then, and writes to one address. */
async function writeOfEachMove({ url, data }: TestServer): Promise<void> {
  const how = { address: url, secret: await readServiceKey(data), as: 'cli' } as const
  const replica = new Replica(await joinServer(how, 'bench'), pino({ level: 'silent' }))
  await replica.open('automation')
  const letter = { to: 'toAddress', address: 'anna@b.test' } as const
  const values = { on: true, criteria: '', lateness: 'always' } as const
  replica.run('saveRule', { id: RULE, values, actions: { letter, sms: null }, others: [] })
  await replica.saved([`${replica.pass.company}/automation`])
  replica.stop()
}

const ABOUT = `${DRAGS} cards are dragged by mouse on the board of the demo company in Chromium, one after the other; a rule writes a letter of each move.
Browser, server, agents and mail server are on the same machine. No peer: no other open CRM sends by rules from a device that may be offline.`
