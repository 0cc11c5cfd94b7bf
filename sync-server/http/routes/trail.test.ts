import { afterEach, beforeEach, expect, test } from 'vitest'
import { settings } from '../../../shared/company/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { ALL_OF_THE_TRAIL, queryOf, type TrailPage, type TrailSearch } from '../../../shared/trail/search.ts'
import type { JournalRow } from '../../storage/storage.ts'
import type { Browser } from '../testing/browser.ts'
import { join, startCompany, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

const ID = newId('common', Date.now())
const DAY = 86_400_000

async function found(search: Partial<TrailSearch>, browser = owner, before: string | null = null) {
  const { status, body } = await browser.get(`/api/trail?${queryOf({ ...ALL_OF_THE_TRAIL, ...search }, before)}`)
  return { status, code: body.code, page: body as unknown as TrailPage }
}

const values = ({ page }: { readonly page: TrailPage }) => page.rows.map(({ value }) => value)

/** A device's write, as it would have been journalled at that moment. */
function wrote(at: number, user: string, path: string, value: string): JournalRow {
  const stamp = `${at.toString(36).padStart(9, '0')}000${user}`
  const audit = [{ collection: 'customers', record: ID, path, stamp, value: JSON.stringify(value) }]
  const document = `${server.company}/customers/common`
  return { document, user, replica: user.toUpperCase(), at, update: Uint8Array.of(0, 0), audit }
}

test('T1: what anybody wrote is found by who, on what device, where, when and by words before and after', async () => {
  await server.author.write((tx) => tx.create(customers, ID, { name: 'Ёлкин', note: 'первая' }))
  const now = Date.now()
  const rows = [wrote(now + DAY, 'anna', 'note', 'замер в субботу'), wrote(now + 2 * DAY, 'boris', 'note', 'Перенесен')]
  await server.storage.append(
    { rows: [...rows, wrote(now + 3 * DAY, 'boris', 'phone', '+7 999')], numbers: [] },
    () => [],
  )
  const here = { collection: 'customers', record: ID } as const
  expect(values(await found(here))).toEqual([
    '+7 999',
    'Перенесен',
    'замер в субботу',
    { name: 'Ёлкин', note: 'первая' },
  ])
  expect(values(await found({ user: 'boris' }))).toEqual(['+7 999', 'Перенесен'])
  expect(values(await found({ replica: 'ANNA' }))).toEqual(['замер в субботу'])
  expect(values(await found({ ...here, field: 'phone' }))).toEqual(['+7 999'])
  expect(values(await found({ ...here, field: 'note' })), 'made with it').toHaveLength(3)
  expect(values(await found({ from: now + 2 * DAY, to: now + 3 * DAY }))).toEqual(['Перенесен'])
  expect(values(await found({ text: 'СУББОТ' })), 'after, then before').toEqual(['Перенесен', 'замер в субботу'])
  expect(values(await found({ text: 'елк' }))).toEqual([{ name: 'Ёлкин', note: 'первая' }])
  expect(values(await found({ text: 'суббот', user: 'boris', from: now }))).toEqual(['Перенесен'])
  expect(values(await found({ text: 'суббот', to: now + 2 * DAY }))).toEqual(['замер в субботу'])
  expect(values(await found({ text: '«»' }))).toEqual([])
  const [row] = (await found({ user: 'boris', field: 'note' })).page.rows
  expect(row).toMatchObject({
    before: 'замер в субботу',
    replica: 'BORIS',
    item: { id: ID, name: 'Ёлкин', number: null },
  })
})

test('T2: pages go on where the last one ended, whatever was written meanwhile', async () => {
  const now = Date.now()
  const rows = Array.from({ length: 230 }, (_, i) => wrote(now + Math.floor(i / 7), 'anna', 'note', `note ${i}`))
  await server.storage.append({ rows, numbers: [] }, () => [])
  for (const search of [{ user: 'anna' }, { text: 'note' }, { collection: 'customers', field: 'note' }] as const) {
    const all: unknown[] = []
    for (let next: string | null = null, pages = 0; pages === 0 || next !== null; pages++) {
      const { page } = await found(search, owner, next)
      expect(page.rows.length).toBeLessThanOrEqual(100)
      all.push(...page.rows.filter(({ user }) => user === 'anna').map(({ value }) => value))
      next = page.next
      await server.author.write((tx) => tx.create(customers, newId('common', now), { name: `note between` }))
    }
    expect(all, JSON.stringify(search)).toEqual(rows.map((_, i) => `note ${229 - i}`))
  }
})

test('T3: nobody but the owner searches; what others keep for themselves is not told even him', async () => {
  const [admin, manager, viewer] = [
    await join(server, owner, 'admin'),
    await join(server, owner, 'manager'),
    await join(server, owner, 'viewer'),
  ]
  for (const browser of [admin, manager, viewer])
    expect(await found({}, browser)).toMatchObject({ status: 403, code: 'role-forbids' })
  expect(await found({}, server.browser())).toMatchObject({ status: 401, code: 'sign-in-needed' })
  const userOf = async (browser: Browser) =>
    ((await browser.get('/api/state')).body as { account: { user: string } }).account.user
  const [own, other] = [await userOf(owner), await userOf(manager)]
  await server.author.write((tx) => tx.create(settings, own, { theme: 'dark' }))
  await server.author.write((tx) => tx.create(settings, other, { theme: 'light' }))
  expect(values(await found({ collection: 'settings' }))).toEqual([{ theme: 'dark' }])
  expect(values(await found({ text: 'light' }))).toEqual([])
})

test('T4: what does not fit is refused by its name', async () => {
  const wrong = [
    'collection=parcels',
    'before=x',
    'from=yesterday',
    'field=a%2Fb',
    'user=%00',
    `text=${'a'.repeat(201)}`,
  ]
  for (const query of wrong) {
    const { status, body } = await owner.get(`/api/trail?${query}`)
    expect([status, body.code, body.params]).toEqual([400, 'request-shape', { field: query.split('=')[0] }])
  }
})
