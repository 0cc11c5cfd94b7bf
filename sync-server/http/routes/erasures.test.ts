import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
const ID = newId('common', Date.now())
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  await server.author.write((tx) => tx.create(customers, ID, { name: 'Анна', type: 'person' }))
})
afterEach(() => server.close())

test('ER9: the owner alone looks and erases, proves his password once more, and names a ground', async () => {
  const { password } = SETUP.owner
  const asked = { customer: ID, ground: 'заявление № 1', password }
  for (const browser of [await join(server, owner, 'admin'), await join(server, owner, 'manager')])
    for (const path of ['/api/erasures', '/api/erasures/preview'])
      expect(await browser.post(path, asked)).toMatchObject({ status: 403, body: { code: 'role-forbids' } })
  expect(await server.browser().post('/api/erasures', asked)).toMatchObject({ body: { code: 'sign-in-needed' } })
  const preview = await owner.post('/api/erasures/preview', { customer: ID })
  expect(preview.body).toEqual({ name: 'Анна', counts: { customers: 1 }, mentions: {}, files: 0, backups: [] })
  const wrong = await owner.post('/api/erasures', { ...asked, password: 'not this one' })
  expect(wrong.body).toMatchObject({ code: 'password-wrong' })
  for (const odd of [{ ground: '' }, { customer: '../x' }, { customer: undefined }])
    expect((await owner.post('/api/erasures', { ...asked, ...odd })).body, JSON.stringify(odd)).toMatchObject({
      code: 'request-shape',
    })
  expect(await server.author.write((tx) => tx.find(customers, ID)?.name)).toBe('Анна')
  expect((await owner.post('/api/erasures', asked)).body).toEqual({ id: expect.any(String) })
  await expect.poll(() => server.author.write((tx) => tx.find(customers, ID)?.name)).toBe('Покупатель удален')
})
