import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../../../shared/company/collections.ts'
import { SETUP, startServer, type TestServer } from '../../http/testing/server.ts'
import { makeOwner } from '../set-up/founding.ts'
import { writePeople } from './people.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

test('A10: an account whose person was not written any more gets it at the next start', async () => {
  const { id } = await makeOwner(server.accounts, SETUP.owner, 'anna', false)
  await server.author.write((tx) => expect(tx.find(people, 'anna')).toBeNull())
  await writePeople(server.accounts, server.author)
  const anna = { name: 'Анна', email: SETUP.owner.email, user: id, role: 'owner' }
  await server.author.write((tx) => expect(tx.get(people, 'anna')).toMatchObject(anna))
})

test('A10: a role that was not written any more is written at the next start, and what the person is called stays', async () => {
  const { id } = await makeOwner(server.accounts, SETUP.owner, 'anna', false)
  await server.author.write((tx) => tx.create(people, 'anna', { name: 'Анна Петровна', user: id, role: 'admin' }))
  await writePeople(server.accounts, server.author)
  await server.author.write((tx) => {
    expect(tx.get(people, 'anna')).toMatchObject({ name: 'Анна Петровна', user: id, role: 'owner' })
  })
})
