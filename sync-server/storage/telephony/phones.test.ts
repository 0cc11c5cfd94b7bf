import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Storage } from '../storage.ts'
import { type Ground, KINDS } from '../testing/grounds.ts'
import type { StoredCode, StoredPhone } from './phones.ts'

const PHONE: StoredPhone = {
  id: 'a',
  owner: 'anna',
  settings: '{}',
  key: 'sealed',
  secrets: '',
  paired: 1,
  at: 1,
  seen: null,
}
const CODE: StoredCode = { owner: 'anna', code: '482109375', phone: 'a', asked: '{}', until: 1000 }

describe.each(KINDS)('phones in $name', ({ begin }) => {
  let kind: Awaited<ReturnType<typeof begin>>
  let ground: Ground
  let storage: Storage
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

  test('PH9: phones stand in the place of what stood under their ids, all or none', async () => {
    const { phones } = storage
    const line = { ...PHONE, id: 'b', owner: '', key: '' }
    await phones.put([line, PHONE])
    expect(await phones.all()).toEqual([PHONE, line])
    const changed = { ...PHONE, settings: '{"name":"Мой"}', at: 2 }
    // No text is what a table takes.
    const broken = { ...line, settings: null as unknown as string }
    await expect(phones.put([changed, broken])).rejects.toThrow()
    expect(await phones.all()).toEqual([PHONE, line])
    await phones.put([changed])
    expect([await phones.remove('b'), await phones.remove('b')]).toEqual([true, false])
    expect(await phones.all()).toEqual([changed])
  })

  test('PH14: a phone was seen when it spoke last, whatever is changed of it and in whichever order that is noted', async () => {
    const { phones } = storage
    await phones.put([PHONE])
    for (const at of [5, 9, 7]) await phones.see('a', at)
    await phones.put([{ ...PHONE, at: 2 }])
    await phones.see('nobody', 9)
    expect(await phones.all()).toEqual([{ ...PHONE, at: 2, seen: 9 }])
  })

  test('PH6: one of many that bring a code at once is given it, and none after its time', async () => {
    const { phones } = storage
    expect(await phones.putCode(CODE, 0)).toBe(true)
    expect(await phones.takeCode('000000000', 0)).toBe(null)
    const taken = await Promise.all(Array.from({ length: 8 }, () => phones.takeCode(CODE.code, 999)))
    expect(taken.filter((one) => one !== null)).toEqual([CODE])
    await phones.putCode(CODE, 0)
    expect(await phones.takeCode(CODE.code, 1000)).toBe(null)
  })

  test('PH6: a person has one code, and two persons never the same', async () => {
    const { phones } = storage
    await phones.putCode(CODE, 0)
    expect(await phones.putCode({ ...CODE, owner: 'boris' }, 0)).toBe(false)
    expect(await phones.putCode({ ...CODE, code: '111111111' }, 0)).toBe(true)
    expect(await phones.takeCode(CODE.code, 0)).toBe(null)
    await phones.dropCode('boris')
    expect((await phones.takeCode('111111111', 0))?.owner).toBe('anna')
    await phones.putCode(CODE, 0)
    await phones.dropCode('anna')
    expect(await phones.takeCode(CODE.code, 0)).toBe(null)
    await phones.putCode(CODE, 0)
    expect(await phones.putCode({ ...CODE, owner: 'boris', until: 3000 }, 1000), 'its time is over').toBe(true)
  })

  test('PH16: the keys of people’s phones are voided, and nothing of lines', async () => {
    const { phones } = storage
    const line = { ...PHONE, id: 'b', owner: '', key: '', secrets: 'sealed' }
    await phones.put([line, PHONE])
    await phones.voidKeys()
    expect(await phones.all()).toEqual([{ ...PHONE, key: 'void' }, line])
  })

  test('PH10: of each machine, and for all, the bridge is where it said last', async () => {
    const { phones } = storage
    expect(await phones.bridges()).toEqual([])
    const [one, other] = [
      { url: 'http://127.0.0.1:1', machine: 'one' },
      { url: 'http://10.0.0.2:1', machine: '' },
    ]
    await phones.putBridge({ ...one, url: 'http://127.0.0.1:9' })
    await phones.putBridge(other)
    await phones.putBridge(one)
    expect(await phones.bridges()).toEqual([other, one])
  })
})
