import { execFile } from 'node:child_process'
import { join as joined } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DICTIONARIES } from '../../shared/locales/dictionaries.ts'
import { codeFor } from '../../tests/support/factors/totp.ts'
import { join, SETUP, startCompany, type TestServer } from '../http/testing/server.ts'

const CRM = joined(import.meta.dirname, 'crm.ts')
const NEXT = 'staple of horses'
const { email } = SETUP.owner
let server: TestServer

beforeEach(async () => {
  ;({ server } = await startCompany())
})
afterEach(() => server.close())

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command as a process of its own, beside the server. */
function crm(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'ru_RU.UTF-8', NODE_OPTIONS: '' }
    const child = execFile(process.execPath, [CRM, 'reset-password', ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
    child.stdin?.end(input)
  })
}

function signIn(password: string) {
  return server.browser().post('/api/auth/sign-in/email', { email, password })
}

test('A6: prints a link, and nothing else, by which the running server takes a new password', async () => {
  const { code, out } = await crm([email.toUpperCase(), '--data', server.folder])
  expect(code).toBe(0)
  expect(out).toMatch(/^http:\/\/localhost\/reset\/[A-Za-z0-9_-]{43}\n$/)
  const path = out.trim().replace('http://localhost/reset', '/api/reset')
  expect((await server.browser().post(path, { password: NEXT })).status).toBe(200)
  expect((await signIn(NEXT)).status).toBe(200)
  const elsewhere = await crm([email, '--data', server.folder, '--address', 'https://crm.example'])
  expect(elsewhere.out).toMatch(/^https:\/\/crm\.example\/reset\//)
})

test('A6, A7: sets a password from the standard input and ends the sessions', async () => {
  const owner = server.browser()
  await owner.post('/api/auth/sign-in/email', SETUP.owner)
  const run = await crm([email, '--data', server.folder, '--password-stdin'], `${NEXT}\n`)
  expect(run).toEqual({ code: 0, out: '', err: '' })
  expect((await owner.get('/api/state')).body.account).toBeNull()
  expect((await signIn(SETUP.owner.password)).status).toBe(401)
  expect((await signIn(NEXT)).status).toBe(200)
  await expect.poll(() => server.cut.length).toBe(1)
})

test.each([
  ['an unknown e-mail', ['nobody@romashka.test'], '', DICTIONARIES.ru.errors['account-unknown']],
  ['no e-mail', [], '', 'e-mail'],
  ['a weak password', [email, '--password-stdin'], 'short\n', DICTIONARIES.ru.errors['password-weak']],
  ['an unknown option', [email, '--force'], '', '--force'],
])('A12: %s is a sentence and the exit code 2', async (_what, args, input, sentence) => {
  const { code, out, err } = await crm([...args, '--data', server.folder], input)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('A12: a folder without accounts is a sentence, and stays without', async () => {
  const { code, err } = await crm([email, '--data', joined(server.folder, 'nowhere')])
  expect(code).toBe(2)
  expect(err).toContain('accounts.sqlite')
})

test('A disabled account gets no link', async () => {
  const owner = server.browser()
  await owner.post('/api/auth/sign-in/email', SETUP.owner)
  const viewer = await join(server, owner, 'viewer')
  const { user } = (await viewer.get('/api/state')).body.account as { user: string }
  await owner.send(`/api/users/${user}`, { method: 'PATCH', body: { disabled: true } })
  expect((await crm(['viewer@romashka.test', '--data', server.folder])).code).toBe(2)
})

test('A13: of the only owner, who has lost the phone, the second factor is forgotten too', async () => {
  const owner = server.browser()
  await owner.post('/api/auth/sign-in/email', SETUP.owner)
  const { body } = await owner.post('/api/second-factor', { password: SETUP.owner.password })
  await owner.post('/api/second-factor/confirm', { code: codeFor(String(body.uri)) })
  expect((await signIn(SETUP.owner.password)).body).toEqual({ secondFactor: true })
  await crm([email, '--data', server.folder, '--password-stdin', '--factors'], `${NEXT}\n`)
  expect((await signIn(NEXT)).body).toMatchObject({ account: { email } })
})
