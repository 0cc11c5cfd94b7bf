import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { startCompany } from '../../../../sync-server/http/testing/server.ts'
import { TestDevice } from './test-device.ts'

test('whoever takes the port of a device that has ended is asked with his own cookie', async () => {
  const { server, owner } = await startCompany()
  const { user } = (await owner.get('/api/state')).body.account as { readonly user: string }
  const web = { cookie: owner.cookie, maker: 'test' }
  const [ended, other] = [
    await TestDevice.make(server, user, 'owner', web),
    await TestDevice.make(server, user, 'owner', web),
  ]
  await ended.start()
  await ended.saved()
  const { port } = ended.line
  await ended.end()
  await other.start()
  await other.saved()
  const next = createServer((request, response) => response.end(request.headers.cookie))
  next.listen(port, '127.0.0.1')
  await once(next, 'listening')
  const said = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie: 'own' } })
  expect(await said.text()).toBe('own')
  next.close()
  await other.end()
  vi.unstubAllGlobals()
  await server.close()
})
