import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Browser } from '../../http/testing/browser.ts'
import { SETUP } from '../../http/testing/server.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'

test('K6, K7: the owner sees backups, has one made, and reads why none was; nobody else does', async () => {
  const stage = await temporaryFolder()
  const to = join(stage.folder, 'backups')
  const { owner, stop } = await startOn(join(stage.folder, 'data'), '--backups', to)
  const none = await owner.get('/api/backups')
  expect(none.body).toMatchObject({ folder: to, count: 0, last: null, failed: null, isLate: false })
  expect(none.body.next).toBeGreaterThan(Date.now())
  const one = await owner.post('/api/backups')
  expect(one.body).toMatchObject({ count: 1, last: { damaged: 0 }, failed: null })
  rmSync(to, { recursive: true })
  writeFileSync(to, 'a file in its place')
  expect(await owner.post('/api/backups')).toMatchObject({ body: { code: 'keeping-failed' } })
  expect((await owner.get('/api/backups')).body).toMatchObject({ failed: { code: 'keeping-failed' } })
  const { body } = await owner.post('/api/invitations', { name: 'Грей', role: 'admin' })
  const admin = new Browser(owner.url)
  const account = { name: 'Грей', email: 'grey@romashka.test', password: SETUP.owner.password }
  await admin.post(`/api/invitations/${String(body.link).split('/').at(-1)}`, account)
  for (const ask of [() => admin.get('/api/backups'), () => admin.post('/api/backups')])
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'role-forbids' } })
  await stop()
  await stage.remove()
})
