import { afterEach, beforeEach, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { eventually } from '../../testing/eventually.ts'
import { type Presence, presence } from '../../testing/presence.ts'
import { openRawLine } from '../../testing/raw-line.ts'
import { startSync, type TestSync } from '../../testing/sync-server.ts'

const LOOK = { collection: 'orders', id: 'an-order', path: 'note' }

let server: TestSync
const awarenesses: Awareness[] = []
const people: Presence[] = []
beforeEach(async () => {
  server = await startSync()
})
afterEach(async () => {
  for (const awareness of awarenesses.splice(0)) awareness.destroy()
  for (const one of people.splice(0)) one.close()
  await server.stop()
})

function present(...of: Parameters<typeof presence>): Presence {
  const one = presence(...of)
  people.push(one)
  return one
}

async function two(): Promise<[mira: Presence, max: Presence]> {
  const devices = [await server.device('mira'), await server.device('max')] as const
  return [present(devices[0]), present(devices[1])]
}

test('J17: who is online is seen where he looks, a viewer too, under the name of the connection', async () => {
  const [viewer, manager] = [await server.device('vera'), await server.device('mira')]
  const [vera, mira] = [present(viewer), present(manager)]
  vera.say({ user: 'olga', replica: 'ZZZZ', secret: 'text', looks: [LOOK] })
  await eventually(mira.sees).toEqual([{ user: 'vera', replica: viewer.options.replica, looks: [LOOK] }])
  expect(JSON.stringify([...mira.awareness.getStates().values()])).not.toContain('secret')
  vera.say({ looks: [] })
  await eventually(mira.sees).toEqual([{ user: 'vera', replica: viewer.options.replica, looks: [] }])
})

test('J17: in no other document anything is told', async () => {
  const [one, other] = [await server.device('mira'), await server.device('max')]
  const [mira, max] = [present(one, 'setup'), present(other, 'setup')]
  const here = present(other)
  mira.say({ looks: [LOOK] })
  present(one).say({ looks: [LOOK] })
  await eventually(here.users).toEqual(['mira'])
  expect(max.sees()).toEqual([])
})

test('J18: nobody speaks under a number that another has', async () => {
  const [mira, max] = await two()
  mira.say({ looks: [LOOK] })
  await eventually(max.users).toEqual(['mira'])
  const { replica } = (await server.device('max')).options
  const thief = await openRawLine(server.url, 'max')
  const name = `${server.company}/shelves`
  thief.auth(name, `replica:${replica}`)
  const awareness = new Awareness(new Y.Doc())
  awarenesses.push(awareness)
  for (const number of [mira.awareness.clientID, awareness.clientID]) {
    awareness.clientID = number
    for (let clock = 0; clock < 9; clock++) awareness.setLocalState({ looks: [] })
    thief.presence(name, encodeAwarenessUpdate(awareness, [number]))
  }
  await eventually(max.users).toEqual(['max', 'mira'])
  expect(max.sees()[1]?.looks).toEqual([LOOK])
  thief.close()
  await eventually(max.users).toEqual(['mira'])
})

test('J18: with its line a device is gone at once, also when it has been here before', async () => {
  const [mira, max] = await two()
  for (let round = 0; round < 3; round++) {
    mira.say({ looks: [LOOK], round })
    await eventually(max.users).toEqual(['mira'])
    mira.provider.detach()
    await eventually(max.users).toEqual([])
    mira.provider.attach()
  }
})

test('J18: a device that starts anew is one, not two', async () => {
  const [first, other] = [await server.device('mira'), await server.device('max')]
  const [before, max] = [present(first), present(other)]
  before.say({ looks: [LOOK] })
  await eventually(max.users).toEqual(['mira'])
  const again = present(await server.device('mira', first.options.replica))
  again.say({ looks: [] })
  await eventually(max.sees).toEqual([{ user: 'mira', replica: first.options.replica, looks: [] }])
  await eventually(() => max.awareness.getStates().size).toBe(2)
})
