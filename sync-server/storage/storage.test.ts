import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ALL_OF_THE_TRAIL } from '../../shared/trail/search.ts'
import { loadFrom } from './load-from.ts'
import type { JournalRow, NumberWish, Storage } from './storage.ts'
import { type Ground, KINDS } from './testing/grounds.ts'

let ground: Ground
let storage: Storage

const NONE = () => []
/** The first generation up to a number. */
const FIRST = (last: number) => ({ last, generation: '' })

function row(document: string, bytes: readonly number[], record = 'r'): JournalRow {
  const audit = [{ collection: 'orders', record, path: '', stamp: 's', value: '{}' }]
  return { document, user: 'u', replica: 'AAAA', at: 1, update: Uint8Array.from(bytes), audit }
}

function wish(order: string, change: Partial<NumberWish> = {}): NumberWish {
  return { order, sort: 'customer', year: 2026, imported: null, ...change }
}

async function numbersOf(...wishes: NumberWish[]): Promise<Record<string, string>> {
  let given: ReadonlyMap<string, string> = new Map()
  await storage.append({ rows: [], numbers: wishes }, (numbers) => {
    given = numbers
    return []
  })
  return Object.fromEntries(given)
}

async function reopened(): Promise<Storage> {
  await storage.close()
  storage = await ground.open()
  return storage
}

describe.each(KINDS)('storage in $name', ({ begin }) => {
  let kind: Awaited<ReturnType<typeof begin>>
  beforeAll(async () => {
    kind = await begin()
  })
  afterAll(() => kind.end())
  beforeEach(async () => {
    ground = await kind.ground()
    storage = await ground.open()
  })
  afterEach(async () => {
    await storage.close()
    await ground.remove()
  })

  test('the company’s id is made once and is a part of document names', async () => {
    const { company } = storage
    expect(company).toMatch(/^[0-9A-Z]{12}$/)
    expect((await reopened()).company).toBe(company)
  })

  test('a document is its snapshot and the updates behind it, in order', async () => {
    await storage.append({ rows: [row('a', [1]), row('b', [9]), row('a', [2])], numbers: [] }, () => [row('a', [3])])
    const { state, updates, last } = await (await reopened()).load('a')
    expect([state, updates.map((bytes) => [...bytes]), last]).toEqual([null, [[1], [2], [3]], 4])
    expect(await storage.load('nobody wrote it')).toEqual({ state: null, updates: [], last: 0, generation: '' })
  })

  test('a thread of its own reads a document as it is read here, and what is damaged neither', async () => {
    const same = async () => expect(await loadFrom(storage.place, 'a')).toEqual(await storage.load('a'))
    await same()
    await storage.append({ rows: [row('a', [1]), row('b', [9]), row('a', [2])], numbers: [] }, NONE)
    await same()
    await storage.compact('a', FIRST(1), Uint8Array.of(7))
    await same()
    await storage.pack('a', FIRST(3), { generation: 'g', state: Uint8Array.of(8) })
    await same()
    expect(await loadFrom(storage.place, 'a')).toMatchObject({ last: 3, generation: 'g' })
    await ground.spoil('snapshot', 'a', '09')
    await expect(loadFrom(storage.place, 'a')).rejects.toMatchObject({ code: 'document-damaged' })
    expect((await loadFrom(storage.place, 'b')).updates).toHaveLength(1)
  })

  test('J14: a snapshot takes the place of the rows up to it, and numbers go on', async () => {
    await storage.append({ rows: [row('a', [1]), row('a', [2]), row('a', [3])], numbers: [] }, NONE)
    await storage.compact('a', FIRST(2), Uint8Array.of(7, 7))
    const { state, updates, last } = await storage.load('a')
    expect([[...(state ?? [])], updates.map((bytes) => [...bytes]), last]).toEqual([[7, 7], [[3]], 3])
    await storage.compact('a', FIRST(3), Uint8Array.of(8))
    expect(await storage.documents()).toEqual([
      { document: 'a', last: 3, rows: 0, bytes: 0, size: 1, changed: 1, packed: 0 },
    ])
    expect(await (await reopened()).append({ rows: [row('a', [4])], numbers: [] }, NONE)).toEqual([4])
    const { entries, more } = await storage.audit({ collection: 'orders', record: 'r' }, null, 3)
    expect([entries.length, more], 'those of one stamp stand together').toEqual([4, false])
  })

  test('J19: the next generation takes the document’s place, unless it was written or packed meanwhile', async () => {
    await storage.append({ rows: [row('a', [1]), row('a', [2]), row('b', [9])], numbers: [] }, NONE)
    const next = { generation: 'g1', state: Uint8Array.of(7) }
    expect(await storage.pack('a', FIRST(1), next), 'written meanwhile').toBe(false)
    expect(await storage.pack('a', FIRST(2), next)).toBe(true)
    expect(await storage.pack('a', FIRST(2), { ...next, generation: 'g2' }), 'packed meanwhile').toBe(false)
    await storage.compact('a', FIRST(2), Uint8Array.of(8, 8))
    const { state, updates, last, generation } = await (await reopened()).load('a')
    expect([[...(state ?? [])], updates, last, generation]).toEqual([[7], [], 2, 'g1'])
    expect([await storage.generation('a'), await storage.generation('b'), await storage.generation('none')]).toEqual([
      'g1',
      '',
      '',
    ])
    await storage.append({ rows: [{ ...row('a', [3]), at: 5 }], numbers: [] }, NONE)
    expect((await storage.documents()).find(({ document }) => document === 'a')).toMatchObject({
      last: expect.toSatisfy((last: number) => last > 3),
      packed: 2,
      changed: 5,
      rows: 1,
    })
  })

  test('how far a document has come is what loading it would say', async () => {
    const agrees = async (document: string) => {
      const { last, generation } = await storage.load(document)
      expect(await storage.reached(document)).toEqual({ last, generation })
    }
    await agrees('a')
    await storage.append({ rows: [row('a', [1]), row('b', [1]), row('a', [2])], numbers: [] }, NONE)
    await agrees('a')
    await storage.compact('a', FIRST(1), Uint8Array.of(7))
    await agrees('a')
    await storage.pack('a', FIRST(3), { generation: 'g1', state: Uint8Array.of(7) })
    await agrees('a')
    await storage.append({ rows: [row('a', [3])], numbers: [] }, NONE)
    await agrees('a')
    expect((await storage.reached('a')).generation).toBe('g1')
  })

  test('J2: a batch that fails leaves nothing, neither rows nor numbers', async () => {
    const broken = storage.append({ rows: [row('a', [1])], numbers: [wish('o')] }, () => {
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await storage.documents()).toEqual([])
    expect(await storage.unnumbered()).toEqual({ orders: [], last: 0 })
    expect(await numbersOf(wish('o'))).toEqual({ o: 'ЗК-0001' })
  })

  test('J11: numbers go on by sort and year, without gaps, also over a restart; an order keeps its own', async () => {
    expect(await numbersOf(wish('a'), wish('b'), wish('w', { sort: 'work' }), wish('c', { year: 2027 }))).toEqual({
      a: 'ЗК-0001',
      b: 'ЗК-0002',
      w: 'ЗН-0001',
      c: 'ЗК-0001',
    })
    await reopened()
    expect(await numbersOf(wish('a'), wish('d'), wish('d'))).toEqual({ d: 'ЗК-0003' })
  })

  test('J11: imported numbers are kept, the count goes on above them, and none is given twice', async () => {
    expect(await numbersOf(wish('a', { imported: 'ЗК-0041' }), wish('b', { imported: '1C0PI7QG' }), wish('c'))).toEqual(
      {
        c: 'ЗК-0042',
      },
    )
    expect(await numbersOf(wish('d', { imported: 'ЗК-0042' }), wish('e'))).toEqual({ e: 'ЗК-0043' })
    await numbersOf(wish('x', { year: 2028, imported: 'ЗК-1' }), wish('y', { year: 2028 }))
    expect(await numbersOf(wish('z', { year: 2028 }))).toEqual({ z: 'ЗК-0003' })
  })

  test('J11: orders in the journal without a number are known', async () => {
    await storage.append({ rows: [row('a', [1], 'one'), row('a', [1], 'two')], numbers: [wish('one')] }, NONE)
    const { orders, last } = await storage.unnumbered()
    expect(orders.map(({ order }) => order)).toEqual(['two'])
    await storage.noteNumbered(last)
    await storage.append({ rows: [row('a', [1], 'three')], numbers: [] }, NONE)
    expect((await storage.unnumbered()).orders.map(({ order }) => order)).toEqual(['three'])
  })

  test('replicas have names of their own and belong to a user', async () => {
    const names = await Promise.all(Array.from({ length: 200 }, () => storage.addReplica('mira', 'tablet', 5)))
    expect(new Set(names).size).toBe(200)
    for (const name of names) expect(name).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(await storage.replica(names[0] ?? '')).toEqual({ name: names[0], user: 'mira', label: 'tablet', at: 5 })
    expect(await storage.replica('nobody')).toBeNull()
  })

  test('J15: bytes that are not what was written are noticed', async () => {
    await storage.append({ rows: [row('a', [1, 2, 3]), row('b', [1])], numbers: [] }, NONE)
    await ground.spoil('journal', 'a', '010203040506')
    await expect(storage.load('a')).rejects.toMatchObject({ code: 'document-damaged' })
    expect((await storage.load('b')).updates).toHaveLength(1)
    await storage.compact('b', FIRST(2), Uint8Array.of(1, 2))
    await ground.spoil('snapshot', 'b', '0103')
    await expect(storage.load('b')).rejects.toMatchObject({ code: 'document-damaged' })
  })

  test('refusals are kept, the latest ten thousand', async () => {
    const refusal = { at: 1, document: 'a', user: 'u', replica: 'AAAA', code: 'update-gap', cause: '', bytes: 1 }
    for (let i = 0; i < 3; i++) await storage.addRefusal({ ...refusal, at: i })
    await ground.countRefusals(10_002)
    await storage.addRefusal({ ...refusal, at: 9 })
    expect((await storage.refusals(10)).map(({ at }) => at)).toEqual([9, 2])
  })

  test('data of a newer program are not opened', async () => {
    await storage.close()
    await ground.setVersion(99)
    await expect(ground.open()).rejects.toMatchObject({ code: 'data-newer', params: { schema: 99 } })
    await ground.setVersion(null)
    storage = await ground.open()
  })

  test('J2: a turn whose work fails writes nothing, and the next one begins', async () => {
    const broken = storage.turn(0, () => Promise.reject(new Error('no')))
    await expect(broken).rejects.toThrow('no')
    await storage.turn(0, ({ append }) => append({ rows: [row('a', [1])], numbers: [] }, NONE))
    expect((await storage.documents()).map(({ document, rows }) => [document, rows])).toEqual([['a', 1]])
    expect(await storage.turn(0, async ({ last }) => last)).toBe(1)
  })

  test('after a restoration numbers of the journal leap, and names are longer', async () => {
    await storage.append({ rows: [row('a', [1])], numbers: [] }, NONE)
    await storage.restored({ at: 5, backup: 3 })
    await storage.restored({ at: 7, backup: 3 })
    expect(await storage.restorations()).toEqual([
      { at: 7, backup: 3 },
      { at: 5, backup: 3 },
    ])
    const [number = 0] = await storage.append({ rows: [row('a', [2])], numbers: [] }, NONE)
    expect(number).toBeGreaterThan(1_000_000_000)
    expect(await storage.addReplica('mira', 'tablet', 5)).toHaveLength(6)
  })

  test('the words, names and times of the whole trail are searched, the newest first', async () => {
    const line = (record: string, value: string, path = 'note') => ({ collection: 'orders', record, path, value })
    const audit = [line('r1', '"Дверь дубовая"'), line('r2', '"окно"'), line('r3', '{"note":"дверца"}', '')]
    const rows = audit.map((one, i) => ({
      ...row('a', [i], one.record),
      at: 10 + i,
      user: i === 1 ? 'other' : 'u',
      audit: [{ ...one, stamp: `0mi1c2k3l00${i}AAAA` }],
    }))
    await storage.append({ rows, numbers: [] }, NONE)
    expect(await storage.indexTrail(2)).toBe(true)
    expect(await storage.indexTrail(2)).toBe(false)
    const found = async (change: object, before = null) =>
      (await storage.searchTrail({ ...ALL_OF_THE_TRAIL, ...change }, before, 10)).entries.map(({ record }) => record)
    expect(await found({ text: 'двер' })).toEqual(['r3', 'r1'])
    expect(await found({ text: 'ДВЕРЬ дуб' })).toEqual(['r1'])
    expect(await found({ text: '!' })).toEqual([])
    expect(await found({ user: 'other' })).toEqual(['r2'])
    expect(await found({ field: 'note', from: 11 })).toEqual(['r3', 'r2'])
    expect(await found({ collection: 'orders', record: 'r3' })).toEqual(['r3'])
    const first = await storage.searchTrail(ALL_OF_THE_TRAIL, null, 2)
    expect(first.entries.map(({ record }) => record)).toEqual(['r3', 'r2'])
    const rest = await storage.searchTrail(ALL_OF_THE_TRAIL, first.next, 2)
    expect(rest.entries.map(({ record }) => record)).toEqual(['r1'])
  })

  test('what stood at paths before a stamp: of each the last, of the record its creation', async () => {
    const line = (path: string, stamp: string) => ({ collection: 'orders', record: 'r', path, stamp, value: '1' })
    const audit = [line('', 'a'), line('note', 'b'), line('note', 'c'), line('name', 'd')]
    await storage.append({ rows: [{ ...row('a', [1]), audit }], numbers: [] }, NONE)
    const stood = await storage.standing({ collection: 'orders', record: 'r' }, ['note', '', 'none', 'name'], 'd')
    expect(stood.map(({ path, stamp }) => [path, stamp])).toEqual([
      ['note', 'c'],
      ['', 'a'],
    ])
  })

  test('an order that a restore has lost has its number again if that is free, and the count goes on above', async () => {
    const lost = [
      { order: 'a', sort: 'customer', year: 2026, number: 'ЗК-0007' },
      { order: 'b', sort: 'customer', year: 2026, number: 'ЗК-0009' },
      { order: 'c', sort: 'customer', year: 2026, number: 'as another program has it' },
    ] as const
    await storage.showNumbers(lost)
    await storage.showNumbers(lost)
    expect(await numbersOf(wish('new'), wish('a'), wish('x', { imported: 'ЗК-0009' }), wish('b'))).toEqual({
      new: 'ЗК-0010',
      a: 'ЗК-0007',
      b: 'ЗК-0011',
    })
    await storage.showNumbers([{ order: 'new', sort: 'customer', year: 2026, number: 'ЗК-0500' }])
    expect(await numbersOf(wish('last'))).toEqual({ last: 'ЗК-0012' })
  })
})
