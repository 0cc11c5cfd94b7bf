import nodeIcal from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarRecords } from '../../../shared/calendar/collections.ts'
import { calendarPath, newSecret } from '../../../shared/calendar/link.ts'
import { settings } from '../../../shared/company/collections.ts'
import { events } from '../../../shared/events/collections.ts'
import { jobs } from '../../../shared/jobs/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../testing/browser.ts'
import { startCompany, type TestServer } from '../testing/server.ts'

const HOUR = 3_600_000
const now = Date.now()
const { secret, hash } = newSecret()

let server: TestServer
let owner: Browser
let user: string
let person: string
beforeAll(async () => {
  ;({ server, owner } = await startCompany())
  const { body } = await owner.get('/api/state')
  ;({ user, person } = body.account as { user: string; person: string })
  await server.author.write((tx) => tx.create(settings, user, { calendarLink: hash }))
})
afterAll(() => server.close())

async function write(): Promise<void> {
  const at = now - (now % HOUR)
  await server.author.write((tx) => {
    const own = { responsible: person, start: at, end: at + HOUR }
    tx.create(calendarRecords, newId('common', now), { ...own, subject: 'Планерка', repeat: 'FREQ=WEEKLY;COUNT=3' })
    tx.create(calendarRecords, newId('common', now), { ...own, subject: 'Чужая', responsible: 'nobody' })
    tx.create(calendarRecords, newId('common', now), {
      ...own,
      subject: 'Давняя',
      start: at - 9000 * HOUR,
      end: at - 9000 * HOUR,
    })
    tx.create(events, newId('common', now), { ...own, kind: 'call', subject: 'Звонок' })
    tx.create(jobs, newId('common', now), { performer: person, subject: 'Замер', due: '2100-01-31' })
  })
}

/** Programs that subscribe have no session. */
async function ask(path = calendarPath({ user, secret }), headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { headers })
  return {
    status: response.status,
    tag: response.headers.get('etag') ?? '',
    type: response.headers.get('content-type'),
    text: await response.text(),
  }
}

const subjects = (text: string) =>
  Object.values(nodeIcal.parseICS(text))
    .flatMap((one) => (one?.type === 'VEVENT' ? [String(one.summary)] : []))
    .sort()

test('E13: only what cannot be turned back into the secret is kept', async () => {
  const kept = await server.author.write((tx) => tx.get(settings, user).calendarLink)
  expect(kept).toMatch(/^[0-9a-f]{64}$/)
  expect(kept).not.toContain(secret)
})

test('E14: a person’s own records, events and jobs, read by another library', async () => {
  await write()
  const { status, type, text } = await ask()
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(subjects(text)).toEqual(['Замер', 'Звонок', 'Планерка'])
  expect(text).toContain('X-WR-CALNAME:Анна\\, ООО «Ромашка»')
  expect(text).toContain('TZID:Europe/Moscow')
})

test('E15: who has the state gets no more than that; what is written makes another', async () => {
  await write()
  const { tag, text: before } = await ask()
  expect(await ask(undefined, { 'if-none-match': tag })).toMatchObject({ status: 304, text: '' })
  await write()
  const after = await ask(undefined, { 'if-none-match': tag })
  expect(after.status).toBe(200)
  expect(subjects(after.text)).toHaveLength(subjects(before).length + 3)
})

test('E13: nothing else opens it: another secret, a revoked one, a disabled account; guesses end', async () => {
  const wrong = { status: 404, text: expect.stringContaining('calendar-unknown') as string }
  expect(await ask(calendarPath({ user, secret: newSecret().secret }))).toMatchObject(wrong)
  expect(await ask(calendarPath({ user: 'nobody', secret }))).toMatchObject(wrong)
  expect(await ask('/calendar/odd.ics')).toMatchObject(wrong)
  expect((await ask()).status).toBe(200)
  await server.author.write((tx) => tx.set(settings, user, { calendarLink: null }))
  expect(await ask()).toMatchObject(wrong)
  for (let guess = 0; guess < 12; guess++) await ask(calendarPath({ user, secret: newSecret().secret }))
  expect((await ask()).status).toBe(429)
})
