import { expect, test } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { Failure } from '../../shared/errors.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { startServer } from '../http/testing/server.ts'
import { Device } from '../sync/testing/device.ts'
import { adoptConsole, cut, makeLog } from './log.ts'

type Line = Record<string, unknown>

function gathered(personal = false) {
  const lines: string[] = []
  const log = makeLog({ level: 'trace', personal }, { write: (line) => void lines.push(line) })
  return { log, text: () => lines.join(''), lines: () => lines.map((line) => JSON.parse(line) as Line) }
}

/** What people are called and type, marked so that it is found wherever it comes up. */
const M = 'жмзр'
const OWNER = { name: `Анна ${M}`, email: 'anna-zhmzr@personal.test', password: `пароль ${M} 2026` }
const ID = expect.stringMatching(/^[\w-]{4,}$/)
const MARKS = [M, 'zhmzr', '198.51.100.7', 'Bearer']

test('G1, G2, G4: a company is founded, people come, guess, write, are refused: the log has ids alone, a line each', async () => {
  const { log, text, lines } = gathered()
  const server = await startServer({ log })
  const from = { 'x-forwarded-for': '198.51.100.7' }
  const owner = server.browser()
  const setup = {
    company: `ООО ${M}`,
    language: 'ru',
    zone: 'Europe/Moscow',
    currency: 'RUB',
    demo: false,
    owner: OWNER,
  }
  await owner.post('/api/setup', setup)
  const invitation = { name: `Борис ${M}`, email: 'boris-zhmzr@personal.test', role: 'viewer' }
  const { body } = await owner.post('/api/invitations', invitation, from)
  const token = String(body.link).split('/').at(-1) ?? ''
  const viewer = server.browser()
  const account = { ...invitation, password: OWNER.password }
  await viewer.post(`/api/invitations/${token}`, account, from)
  await viewer.post(`/api/invitations/${token}`, account, from)
  const guess = { email: OWNER.email, password: `не тот ${M}` }
  const guessed = await server.browser().post('/api/auth/sign-in/email', guess, from)
  await server.browser().post('/api/auth/sign-in/email', `{"email":"${OWNER.email}", ${M}`, from)
  await owner.send('/api/profile', { method: 'PATCH', body: { name: `Анна Вторая ${M}` }, headers: from })
  await owner.get(`/api/trail?text=${encodeURIComponent(M)}`, from)
  await owner.get(`/api/records/customers/${encodeURIComponent(M)}/history`, from)
  await owner.get(`/api/reset/${token}`, { ...from, authorization: `Bearer zhmzr` })
  for (const browser of [owner, viewer]) {
    const { replica } = (await browser.post('/api/replica', { label: `Планшет ${M}` }, from)).body
    const device = new Device({
      ...{ port: Number(new URL(server.url).port), company: server.company },
      ...{ user: browser.cookie, replica: String(replica) },
    })
    const held = await device.synced('customers/common')
    device.act((tx) => tx.create(customers, newId('common', Date.now()), { name: `Покупатель ${M}`, phone: '+7 000' }))
    if (browser === owner) await device.saved(held)
    else await expect.poll(() => held.reasons).toContain('refused:role-forbids')
    device.close()
  }
  await owner.post('/api/auth/sign-out', {}, from)
  await server.close()

  for (const mark of [...MARKS, token, owner.cookie || '-no cookie-', encodeURIComponent(M)])
    expect(text(), mark).not.toContain(mark)
  const all = lines()
  for (const { level, time, msg } of all)
    expect([typeof level, typeof time, typeof msg]).toEqual(['number', 'string', 'string'])
  const refused = all.find(({ msg, code }) => msg === 'refused' && code === 'role-forbids')
  expect(refused).toMatchObject({ document: `${server.company}/customers/common`, user: ID, replica: ID, socket: ID })
  expect(all.find(({ msg }) => msg === 'accounts: signed in')).toMatchObject({ user: ID })
  expect(text()).toContain('198.51.100.0/24')
  const id = guessed.headers.get('x-request-id')
  const own = all.filter(({ request }) => request === id)
  expect(own.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['http: a request was refused', 'http']))
  expect(own.find(({ code }) => code)).toMatchObject({ code: 'sign-in-wrong' })
})

test('G3: of errors what they are and where they came from; what they say where nobody’s data can be in it', () => {
  const { log, lines, text } = gathered()
  const wrongJson = () => JSON.parse(`{"name": ${M}`)
  try {
    wrongJson()
  } catch (cause) {
    log.error({ err: new Failure('name-taken', { name: M, document: 'c/setup' }, { cause }) }, 'failed')
  }
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', errno: -28 })
  const taken = Object.assign(new Error(`duplicate ${M}`), { code: '23505', detail: `Key (email)=(${M})` })
  log.error({ err: full }, 'failed')
  log.error({ err: taken }, 'failed')
  log.error({ error: M }, 'failed')
  expect(text()).not.toContain(M)
  const [first, second, third] = lines().map(({ err }) => err as Line)
  expect(first).toMatchObject({ type: 'Failure', code: 'name-taken', params: { document: 'c/setup' } })
  expect(first?.cause).toMatchObject({ type: 'SyntaxError' })
  expect(JSON.stringify(first?.cause)).toContain('wrongJson')
  expect([second?.message, third?.code, third?.message]).toEqual(['ENOSPC: no space left', '23505', undefined])
})

test('G3: with --log-personal errors and addresses are whole', () => {
  const { log, text } = gathered(true)
  log.error({ err: new Error(M), address: '198.51.100.7' }, 'failed')
  expect(text()).toContain(M)
  expect(text()).toContain('198.51.100.7')
})

test.each([
  ['198.51.100.7', '198.51.100.0/24'],
  ['::ffff:198.51.100.7', '198.51.100.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['::1', '0:0:0::/48'],
  ['host.example', '-'],
])('G3: of %s the log has %s', (address, shown) => expect(cut(address)).toBe(shown))

test('G1: what libraries write to the console is a line of JSON too', () => {
  const { log, lines, text } = gathered()
  const own = { ...console }
  try {
    adoptConsole(log)
    console.error('closing connection', { code: 4403 }, new Error(M))
  } finally {
    Object.assign(console, own)
  }
  expect(lines()).toMatchObject([{ msg: 'console', level: 40 }])
  expect(text()).toContain('4403')
  expect(text()).not.toContain(M)
})
