import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { company, organisations, people } from '../../../../shared/company/collections.ts'
import { demoOrders } from '../../../../shared/demo/demo.ts'
import { fileCommands } from '../../../../shared/demo/files/files.ts'
import { demoLetters } from '../../../../shared/demo/letters/letters.ts'
import { DEMO_COMPANY, DEMO_PASSWORD, DEMO_USERS } from '../../../../shared/demo/staff.ts'
import { files } from '../../../../shared/files/collections.ts'
import { letters } from '../../../../shared/letters/collections.ts'
import { bytesOf } from '../../../../shared/letters/hashes.ts'
import { ru } from '../../../../shared/locales/ru/index.ts'
import { kinds, reasons, states } from '../../../../shared/orders/collections.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import { setUpDemo } from '../../../accounts/set-up/set-up.ts'
import { ACCESS, SETUP, SETUP_CODE, startServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
afterEach(() => server.close())

test('A1: before the first start there is no company, after it there is one, with its owner signed in', async () => {
  server = await startServer()
  const browser = server.browser()
  expect((await browser.get('/api/state')).body).toMatchObject({
    protocol: 1,
    company: null,
    setUp: false,
    account: null,
  })

  const made = await browser.post('/api/setup', SETUP)
  expect(made.status).toBe(200)
  const { body } = await browser.get('/api/state')
  expect(body).toMatchObject({ setUp: true, demo: false, company: { id: server.company, name: 'ООО «Ромашка»' } })
  expect(body.account).toEqual(made.body.account)
  expect(body.account).toMatchObject({ role: 'owner', name: 'Анна', email: 'anna@romashka.test' })
  expect(Math.abs(Number(body.time) - Date.now())).toBeLessThan(10_000)
})

test('A1: of ten first starts at once one makes the company', async () => {
  server = await startServer()
  const owners = Array.from({ length: 10 }, (_, i) => ({ ...SETUP.owner, email: `owner${i}@romashka.test` }))
  const answers = await Promise.all(owners.map((owner) => server.browser().post('/api/setup', { ...SETUP, owner })))
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(9).fill([409, 'company-exists']))
  const [winner] = answers.filter(({ status }) => status === 200).map(({ body }) => body.account as { email: string })
  const browser = server.browser()
  const email = winner?.email
  expect((await browser.post('/api/auth/sign-in/email', { email, password: SETUP.owner.password })).status).toBe(200)
  expect((await browser.get('/api/users')).body.users).toHaveLength(1)
})

test('A1: a first start that was broken off can be made again', async () => {
  let left = 3
  server = await startServer({}, (author) => ({
    write: (command) => (left-- > 0 ? author.write(command) : Promise.reject(new Error('the disk is full'))),
  }))
  const browser = server.browser()
  const first = await browser.post('/api/setup', { ...SETUP, demo: true })
  expect([first.status, first.body]).toEqual([500, { code: 'server-failed', params: {} }])
  expect((await browser.get('/api/state')).body).toMatchObject({ setUp: false, account: null })

  left = Number.POSITIVE_INFINITY
  expect((await browser.post('/api/setup', { ...SETUP, company: 'Кухни', demo: true })).status).toBe(200)
  expect((await browser.get('/api/state')).body).toMatchObject({ demo: true, company: { name: 'Кухни' } })
})

/** What a page at `host` of this machine asks and sends; `fetch` would not let the header be set. */
async function from(host: string, sent: object) {
  const origin = `http://${host}`
  const headers = { host, origin, 'content-type': 'application/json' }
  const ask = async (path: string, method: string, body?: string) => {
    const [answer] = (await once(request(server.url + path, { method, headers }).end(body), 'response')) as [
      IncomingMessage,
    ]
    return (await json(answer)) as { readonly asksCode?: boolean; readonly code?: string; readonly account?: object }
  }
  const { asksCode } = await ask('/api/state', 'GET')
  return { asksCode, answer: await ask('/api/setup', 'POST', JSON.stringify({ ...SETUP, ...sent })) }
}

test.each(['127.0.0.1', 'localhost', '[::1]'])(
  'A18: at the server itself, by %s, no code is asked for',
  async (name) => {
    server = await startServer()
    const { asksCode, answer } = await from(`${name}:${new URL(server.url).port}`, {})
    expect([asksCode, answer.account]).toEqual([false, expect.objectContaining({ role: 'owner' })])
  },
)

test('A18: under another name, as through a proxy that says nothing of itself, the code is asked for', async () => {
  server = await startServer()
  const early = await from('crm.example', {})
  expect([early.asksCode, early.answer.code]).toEqual([true, 'setup-code-wrong'])
  const { answer } = await from('crm.example', { code: ` ${SETUP_CODE.replaceAll('-', ' ')}` })
  expect(answer.account).toMatchObject({ role: 'owner' })
  const again = await from('crm.example', {})
  expect([again.asksCode, again.answer.code]).toEqual([false, 'company-exists'])
})

test.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
  'A18: behind a proxy that sends %s the code is asked for, whether it is trusted or not',
  async (header) => {
    for (const behindProxy of [true, false]) {
      server = await startServer({ access: { ...ACCESS, behindProxy } })
      const browser = server.browser()
      const proxied = { [header]: '127.0.0.1' }
      expect((await browser.get('/api/state', proxied)).body.asksCode).toBe(true)
      const refused = await browser.post('/api/setup', SETUP, proxied)
      expect([refused.status, refused.body.code]).toEqual([403, 'setup-code-wrong'])
      expect((await browser.post('/api/setup', { ...SETUP, code: SETUP_CODE }, proxied)).status).toBe(200)
      if (behindProxy) await server.close()
    }
  },
)

test('A8, A18: the code is not guessed; at the server itself one begins all the same', async () => {
  server = await startServer()
  const proxied = { 'x-forwarded-for': '198.51.100.7' }
  const codes: unknown[] = []
  for (let i = 0; i < 12; i++)
    codes.push((await server.browser().post('/api/setup', { ...SETUP, code: `${i}` }, proxied)).body.code)
  expect(codes).toEqual([...Array(10).fill('setup-code-wrong'), ...Array(2).fill('too-many-attempts')])
  const late = await server.browser().post('/api/setup', { ...SETUP, code: SETUP_CODE }, proxied)
  expect([late.status, late.body.code]).toEqual([429, 'too-many-attempts'])
  expect((await server.browser().post('/api/setup', SETUP)).status).toBe(200)
})

test('The demo company comes with accounts of each role, bound to its people', async () => {
  server = await startServer()
  await setUpDemo(server.accounts, server)
  await setUpDemo(server.accounts, server)
  expect((await server.browser().get('/api/state')).body).toMatchObject({
    demo: true,
    company: { name: DEMO_COMPANY.name },
  })
  for (const { email, role, person } of DEMO_USERS) {
    const { body } = await server.browser().post('/api/auth/sign-in/email', { email, password: DEMO_PASSWORD })
    expect(body.account).toMatchObject({ role, person })
    const { user } = body.account as { user: string }
    await server.author.write((tx) => expect(tx.get(people, person)).toMatchObject({ user, role }))
  }
})

test('MP9: letters of the demo company are there with their words and enclosures', async () => {
  server = await startServer()
  await setUpDemo(server.accounts, server)
  const { email } = DEMO_USERS[0] ?? { email: '' }
  const browser = server.browser()
  await browser.post('/api/auth/sign-in/email', { email, password: DEMO_PASSWORD })
  const now = Date.now()
  const made = demoLetters(now, ru.demo, demoOrders(now, 'ru')).filter(
    ({ with: sort, at }) => sort || at > now - 3 * DAY_MS,
  )
  expect(made.length).toBeGreaterThan(5)
  for (const { id, body } of made) {
    const letter = await server.author.write((tx) => tx.get(letters, id))
    const path = `${server.url}/api/letters/letters/${id}`
    for (const { hash, path: field } of bytesOf(letter)) {
      const answer = await fetch(`${path}/${hash}`, { headers: { cookie: browser.cookie } })
      expect([answer.status, field === 'body' ? await answer.json() : null]).toEqual([
        200,
        field === 'body' ? body : null,
      ])
    }
  }
})

test('W5: files of the demo company are there whole, with previews, and of the types that they say', async () => {
  server = await startServer()
  await setUpDemo(server.accounts, server)
  const [now, none] = [Date.now(), {}]
  const commands = fileCommands(now, ru.demo, demoOrders(now, 'ru'), { picture: none, plan: none })
  const { email } = DEMO_USERS[0] ?? { email: '' }
  const browser = server.browser()
  await browser.post('/api/auth/sign-in/email', { email, password: DEMO_PASSWORD })
  const found = await server.author.write((tx) => commands.map(({ args }) => tx.get(files, args.id)))
  expect(found.map(({ type }) => type).sort()).toEqual(['application/pdf', 'application/pdf', 'image/png', 'image/png'])
  for (const { id, about, type, stored } of found) {
    expect([about, stored]).toEqual([expect.stringMatching(/^(orders|customers)\/.+/), expect.any(Number)])
    for (const [path, told] of [
      ['', type],
      ['/preview', 'image/png'],
    ] as const) {
      const { headers } = await fetch(`${server.url}/api/files/${id}${path}`, { headers: { cookie: browser.cookie } })
      expect(headers.get('content-type')).toBe(told)
    }
  }
})

test.each(['ru', 'en'] as const)('A new company can take its first order at once (%s)', async (language) => {
  server = await startServer()
  const { account } = (await server.browser().post('/api/setup', { ...SETUP, language })).body
  const { user, person } = account as { user: string; person: string }
  await server.author.write((tx) => {
    expect(tx.get(company, 'company')).toMatchObject({ zone: 'Europe/Moscow', currency: 'RUB' })
    expect(tx.get(organisations, 'first').name).toBe(SETUP.company)
    expect(tx.get(people, person)).toMatchObject({ name: 'Анна', user, role: 'owner' })
    expect(tx.get(kinds, 'sale').states.map((state) => state.id)).toEqual([
      'new',
      'talks',
      'payment',
      'supply',
      'delivery',
    ])
    expect(tx.get(kinds, 'job').sort).toBe('work')
    expect(tx.get(states, 'talks').name).toBe(language === 'ru' ? 'Согласование' : 'In talks')
    expect(tx.get(reasons, 'other').other).toBe(true)
  })
})

test.each([
  ['company', { company: ' ' }],
  ['zone', { zone: 'Europe/Nowhere' }],
  ['currency', { currency: 'roubles' }],
  ['language', { language: 'de' }],
  ['owner.email', { owner: { ...SETUP.owner, email: 'anna' } }],
])('A12: a first start with a wrong %s is refused and names the field', async (field, wrong) => {
  server = await startServer()
  const { status, body } = await server.browser().post('/api/setup', { ...SETUP, ...wrong })
  expect([status, body]).toEqual([400, { code: 'request-shape', params: { field } }])
})

test('A20: a first start with a much used password is refused', async () => {
  server = await startServer()
  const owner = { ...SETUP.owner, password: 'Qwerty-123456' }
  const { status, body } = await server.browser().post('/api/setup', { ...SETUP, owner })
  expect([status, body.code]).toEqual([422, 'password-common'])
})

test('A first start with a weak password is refused, and leaves nothing behind', async () => {
  server = await startServer()
  const owner = { ...SETUP.owner, password: 'aaaaaaaaaaaa' }
  const { status, body } = await server.browser().post('/api/setup', { ...SETUP, owner })
  expect([status, body.code]).toEqual([422, 'password-weak'])
  await server.author.write((tx) => expect(tx.find(company, 'company')).toBeNull())
})
