import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages } from '../../shared/messages/collections.ts'
import type { ReportAsk } from '../../shared/reports/ask.ts'
import { reportSchedules } from '../../shared/reports/collections.ts'
import { writeAsk } from '../../shared/reports/schedule/schedule-ask.ts'
import { SERVICE_KEY } from '../../sync-server/http/testing/server.ts'
import { findIn } from '../runtime/find.ts'
import { openRoom, type SendingRoom } from '../sending/testing/room.ts'
import { startMail } from '../sending/testing/smtp.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
const MAIL = { host: '127.0.0.1', tls: 'none', user: '', password: '', fromName: '', fromAddress: 'a@b.test' } as const
const ASK: ReportAsk = {
  ...{ source: 'orders', rows: ['state'], columns: null, measures: ['count'] },
  ...{ from: null, until: null, compare: null, filter: [], search: '' },
}
const TO = ['anna@b.test', 'boris@b.test', 'vera@b.test']

let room: SendingRoom
const running: ChildProcess[] = []
beforeEach(async () => {
  room = await openRoom()
  await room.device.open('automation')
})
afterEach(async () => {
  for (const child of running.splice(0)) await killed(child)
  await room.close()
})

/** Both agents in a process of their own, over one folder. */
function start(): ChildProcess {
  const { server, folder } = room
  const args = [MAIN, 'reports', 'sender', '--url', server.url, '--data', folder, '--key', SERVICE_KEY]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  running.push(child)
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('RM4: killed while it writes the letters, and while one of them goes: each address has one letter under one Message-ID', async () => {
  const [isThere, mayGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const mail = await startMail({}, async () => {
    isThere.resolve()
    await mayGo.promise
    return null
  })
  try {
    await room.keepSettings({ mail: { ...MAIL, port: mail.port }, sms: null })
    await room.saved()
    const { device, server } = room
    const standing = () => findIn(device)(reportSchedules, 'states')
    device.write((tx) => {
      const when = { on: false, every: 'everyDay', at: 0, form: 'xlsx' } as const
      tx.create(reportSchedules, 'states', { name: 'Заказы', ask: writeAsk(ASK), ...when, to: TO, asked: Date.now() })
    })
    await device.saved([`${server.company}/automation`])
    const letters = () => [...device.rows(messages)]

    const first = start()
    await expect.poll(() => letters().length, { timeout: 30_000, interval: 1 }).toBeGreaterThan(0)
    await killed(first)
    const second = start()
    await isThere.promise
    await killed(second)
    mayGo.resolve()
    start()
    const isOver = () => standing()?.sent === standing()?.asked && letters().every(({ state }) => state === 'sent')
    await expect.poll(isOver, { timeout: 30_000 }).toBe(true)

    expect(
      letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(TO)
    const idIn = (raw: string) => /^Message-ID: <(.+)>\r?$/im.exec(raw)?.[1] ?? 'none'
    const told = new Set(mail.taken.map(({ to, raw }) => `${to[0]} ${idIn(raw)}`))
    expect([...told].sort()).toEqual(
      letters()
        .map(({ id, to }) => `${to} ${id}@b.test`)
        .sort(),
    )
  } finally {
    mayGo.resolve()
    await mail.stop()
  }
}, 120_000)
