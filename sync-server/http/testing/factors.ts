import { expect } from 'vitest'
import type { SecondFactorStart } from '../../../shared/accounts/api.ts'
import { Authenticator } from '../../../tests/support/factors/authenticator.ts'
import { codeFor } from '../../../tests/support/factors/totp.ts'
import type { Answer, Browser } from './browser.ts'
import { SETUP } from './server.ts'

const { password } = SETUP.owner

/** Switches the browser's account's second factor on, and gives what was shown. */
export async function turnOnCode(browser: Browser): Promise<SecondFactorStart> {
  const start = (await browser.post('/api/second-factor', { password })).body as unknown as SecondFactorStart
  expect((await browser.post('/api/second-factor/confirm', { code: codeFor(start.uri) })).body).toEqual({ done: true })
  return start
}

/** Adds a passkey of a new device to the browser's account. */
export async function addPasskey(browser: Browser, name = 'Телефон'): Promise<Authenticator> {
  const device = new Authenticator(browser.url)
  const question = await browser.post('/api/passkeys/question', { password })
  expect(question.status).toBe(200)
  const answer = await browser.post('/api/passkeys', { name, response: device.create(question.body) })
  expect([answer.status, answer.body.name]).toEqual([200, name])
  return device
}

/** Signs the browser in by a passkey. */
export async function signInBy(device: Authenticator, browser: Browser): Promise<Answer> {
  const question = await browser.post('/api/auth/passkey/question')
  return await browser.post('/api/auth/passkey', { response: device.sign(question.body) })
}
