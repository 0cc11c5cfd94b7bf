import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Storage } from '../storage.ts'
import { type Ground, KINDS } from '../testing/grounds.ts'
import { storedAccount } from '../testing/mail-account.ts'

const ACCOUNT = storedAccount('a')

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

  test('MA10: a person’s own mail of earlier programs is his default account, whole', async () => {
    const old = await kind.ground()
    const mail = {
      host: 'smtp.yandex.ru',
      port: 465,
      tls: 'tls',
      user: 'anna',
      fromName: 'Анна',
      fromAddress: 'a@ya.ru',
    }
    const rows = [
      ['anna', { ...mail, password: true, signature: 'С уважением,\nАнна', mostMb: 30 }, 'sealed', 5, ''],
      ['boris', { ...mail, password: false, signature: '' }, '', 6, '535 "no"'],
    ] as const
    const values = rows.map(([user, set, sealed, at, refused]) => {
      return `('${user}', '${JSON.stringify(set)}', '${sealed}', ${at}, '${refused}')`
    })
    await old.older('DROP TABLE own_mails', `INSERT INTO own_mails VALUES ${values.join(', ')}`)
    const opened = await old.open()
    const all = [...(await opened.mailAccounts.all())].sort((one, other) => one.at - other.at)
    await opened.close()
    await old.remove()
    const { fromAddress: address, fromName, ...send } = mail
    const set = { name: '', fromName, address, receive: null, folders: [], since: null, isDefault: true, isOff: false }
    const settings = { ...set, marksSeen: false, storesSent: false }
    expect(
      all.map((one) => ({ ...one, settings: JSON.parse(one.settings), standing: JSON.parse(one.standing) })),
    ).toEqual([
      {
        ...{ id: expect.stringMatching(/^[0-9a-f]{20}$/), owner: 'anna', password: 'sealed', oauth: '', at: 5 },
        settings: { ...settings, send: { ...send, mostMb: 30 }, signature: 'С уважением,\nАнна' },
        standing: {},
      },
      {
        ...{ id: expect.stringMatching(/^[0-9a-f]{20}$/), owner: 'boris', password: '', oauth: '', at: 6 },
        settings: { ...settings, send, signature: '' },
        standing: { send: { state: 'refused', trouble: '535 "no"' } },
      },
    ])
  })

  test('MA21: what is sealed of OAuth is renewed of what was changed last alone', async () => {
    const { mailAccounts } = storage
    await mailAccounts.put([ACCOUNT])
    expect([await mailAccounts.renew('a', 0, 'other'), await mailAccounts.renew('b', 1, 'other')]).toEqual([
      false,
      false,
    ])
    expect(await mailAccounts.renew('a', 1, 'other')).toBe(true)
    expect(await mailAccounts.all()).toEqual([{ ...ACCOUNT, oauth: 'other' }])
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
