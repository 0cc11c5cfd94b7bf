import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Storage } from '../storage.ts'
import { type Ground, KINDS } from '../testing/grounds.ts'
import type { StoredAccount } from './accounts.ts'

const ACCOUNT: StoredAccount = {
  id: 'a',
  owner: '',
  settings: '{}',
  password: 'sealed',
  oauth: '',
  at: 1,
  standing: '{}',
}

describe.each(KINDS)('accounts of mail in $name', ({ begin }) => {
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

  test('MA8: accounts stand in the place of what stood under their ids, all or none', async () => {
    const { mailAccounts } = storage
    const other = { ...ACCOUNT, id: 'b', owner: 'anna' }
    await mailAccounts.put([other, ACCOUNT])
    expect(await mailAccounts.all()).toEqual([ACCOUNT, other])
    const changed = { ...ACCOUNT, settings: '{"name":"Продажи"}', at: 2 }
    // No text is what a table takes.
    const broken = { ...other, settings: null as unknown as string }
    await expect(mailAccounts.put([changed, broken])).rejects.toThrow()
    expect(await mailAccounts.all()).toEqual([ACCOUNT, other])
    await mailAccounts.put([changed])
    expect([await mailAccounts.remove('b'), await mailAccounts.remove('b')]).toEqual([true, false])
    expect(await mailAccounts.all()).toEqual([changed])
  })

  test('MA7: how an account stands is noted of what was changed last alone', async () => {
    const { mailAccounts } = storage
    await mailAccounts.put([ACCOUNT])
    expect([await mailAccounts.stand('a', 0, '{"x":1}'), await mailAccounts.stand('b', 1, '{"x":1}')]).toEqual([
      false,
      false,
    ])
    expect(await mailAccounts.stand('a', 1, '{"x":1}')).toBe(true)
    expect(await mailAccounts.all()).toEqual([{ ...ACCOUNT, standing: '{"x":1}' }])
  })
})
