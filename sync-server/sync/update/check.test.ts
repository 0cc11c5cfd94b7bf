import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CUSTOMER, CUSTOMERS, Replica, serverDocument } from '../testing/replica.ts'
import { checkUpdate } from './check.ts'

const PATHS = ['name', 'phone', 'note', 'tags_of_a_later_version']

type Step =
  | { readonly do: 'write'; readonly who: number; readonly path: number; readonly value: number }
  | { readonly do: 'create'; readonly who: number; readonly id: number }
  | { readonly do: 'send'; readonly who: number; readonly how: 'each' | 'merged' | 'state' | 'twice' }
  | { readonly do: 'fetch' | 'restart'; readonly who: number }

const who = fc.nat({ max: 2 })
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('write' as const), who, path: fc.nat({ max: 3 }), value: fc.nat(99) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), who, id: fc.nat({ max: 5 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('send' as const),
        who,
        how: fc.constantFrom('each', 'merged', 'state', 'twice'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fetch' as const, 'restart' as const), who }) },
  ),
  { maxLength: 60, size: 'max' },
) as fc.Arbitrary<Step[]>

/** A server that takes what it checks, beside one that takes everything as Yjs does. */
function twoServers() {
  const open = serverDocument(CUSTOMERS)
  const plain = new Y.Doc()
  const take = (update: Uint8Array, by: Replica) => {
    const checked = checkUpdate(open, update, { user: 'u', replica: by.name, readOnly: false })
    if (checked) Y.applyUpdate(open.doc, checked.update)
    Y.applyUpdate(plain, update)
    return checked
  }
  return { open, plain, take }
}

test('J5: whatever real replicas send is taken, and makes the document that Yjs would make', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { open, plain, take } = twoServers()
      const replicas = ['AAAA', 'BBBB', 'CCCC'].map((name) => new Replica(name))
      for (const step of history) {
        const replica = replicas[step.who]
        if (replica) play(step, replica, (update) => take(update, replica), open.doc)
      }
      for (const replica of replicas) take(Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVector(open.doc)), replica)
      expect(contentOf(open.doc)).toEqual(contentOf(plain))
      expect(Y.encodeStateAsUpdate(open.doc)).toEqual(Y.encodeStateAsUpdate(plain))
      for (const replica of replicas) replica.receive(Y.encodeStateAsUpdate(open.doc))
      for (const replica of replicas) expect(contentOf(replica.doc)).toEqual(contentOf(plain))
    }),
    { numRuns: 400 },
  )
})

function play(step: Step, replica: Replica, take: (update: Uint8Array) => void, server: Y.Doc): void {
  if (step.do === 'write') replica.write('customers', CUSTOMER, PATHS[step.path] ?? '', step.value)
  if (step.do === 'create' && !replica.doc.getMap('customers').has(`${idOf(step.id)}#${replica.name}`)) {
    replica.create('customers', idOf(step.id), { name: 'x' })
  }
  if (step.do === 'send') sendAs(step.how, replica, take, server)
  if (step.do === 'fetch') replica.receive(Y.encodeStateAsUpdate(server, Y.encodeStateVector(replica.doc)))
  if (step.do === 'restart') replica.restart()
}

function sendAs(how: string, replica: Replica, take: (update: Uint8Array) => void, server: Y.Doc): void {
  const updates = replica.unsent
  replica.unsent = []
  if (how === 'state') take(Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVector(server)))
  else if (how === 'merged' && updates.length > 0) take(Y.mergeUpdates(updates))
  else for (const update of updates) take(update)
  if (how === 'twice') for (const update of updates) take(update)
}

function idOf(n: number): string {
  return `${CUSTOMER.slice(0, -1)}${n + 2}`
}

function contentOf(doc: Y.Doc): Record<string, unknown> {
  return doc.getMap('customers').toJSON()
}

test('J5: the writes that an update brings are those that stand at its end, each once', () => {
  const { take } = twoServers()
  const replica = new Replica('AAAA')
  replica.create('customers', CUSTOMER, { name: 'a' })
  for (const name of ['b', 'c', 'd']) replica.write('customers', CUSTOMER, 'name', name)
  const checked = take(replica.send(), replica)
  expect(checked?.brought.map(({ key, value }) => [key.path, value])).toEqual([
    ['', { name: 'a' }],
    ['name', 'd'],
  ])
})

test('J5: an update that brings nothing new is taken without anything to journal', () => {
  const { take } = twoServers()
  const replica = new Replica('AAAA')
  replica.write('customers', CUSTOMER, 'name', 'a')
  replica.write('customers', CUSTOMER, 'name', 'b')
  take(Y.encodeStateAsUpdate(replica.doc), replica)
  expect(take(Y.encodeStateAsUpdate(replica.doc), replica)).toBeNull()
})

test('J5: a check costs what the update costs, not what the document costs', () => {
  // Of several, since others use the machine too.
  const least = (keys: number) => Math.min(...[1, 2, 3].map(() => costIn(keys)))
  expect(least(20_000)).toBeLessThan(least(20) * 20)
})

/** Milliseconds for many checks of one small update to a document with that many keys. */
function costIn(keys: number): number {
  const open = serverDocument(CUSTOMERS)
  const replica = new Replica('AAAA')
  for (let i = 0; i < keys; i++) replica.write('customers', CUSTOMER, `x${i}`, 1)
  Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(replica.doc))
  replica.unsent = []
  replica.write('customers', CUSTOMER, 'x1', 2)
  const update = replica.send()
  const started = performance.now()
  for (let i = 0; i < 500; i++) checkUpdate(open, update, { user: 'u', replica: 'AAAA', readOnly: false })
  return performance.now() - started
}
