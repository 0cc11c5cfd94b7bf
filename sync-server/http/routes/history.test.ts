import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HistoryPage } from '../../../shared/accounts/api.ts'
import { settings } from '../../../shared/company/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { historyOf, type Told } from '../../../shared/records/reading/history.ts'
import { seeded } from '../../../tests/support/random.ts'
import type { AuditRow } from '../../storage/storage.ts'
import type { Browser } from '../testing/browser.ts'
import { join, startCompany, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

const ID = newId('common', Date.now())

async function write(times: number): Promise<void> {
  await server.author.write((tx) => tx.create(customers, ID, { name: 'Ёлкин', note: 'note 0' }))
  for (let i = 1; i <= times; i++) await server.author.write((tx) => tx.set(customers, ID, { note: `note ${i}` }))
}

async function historyAt(browser: Browser, path = `customers/${ID}/history`) {
  const { status, body } = await browser.get(`/api/records/${path}`)
  return { status, code: body.code, page: body as unknown as HistoryPage }
}

test('a record’s history is told by pages, each write with what stood before it and when it arrived', async () => {
  await write(120)
  const { page } = await historyAt(owner)
  expect(page.writes).toHaveLength(100)
  expect(page.writes[0]).toMatchObject({ path: 'note', before: 'note 119', value: 'note 120' })
  expect(page.writes[99]).toMatchObject({ before: 'note 20' })
  expect(Math.abs((page.writes[0]?.arrived ?? 0) - Date.now())).toBeLessThan(60_000)
  const { page: rest } = await historyAt(owner, `customers/${ID}/history?before=${page.next}`)
  expect(rest.writes.map(({ value }) => value).slice(0, 2)).toEqual(['note 20', 'note 19'])
  expect(rest.writes.at(-1)).toMatchObject({ path: '', before: null, value: { name: 'Ёлкин', note: 'note 0' } })
  expect([rest.writes.length, rest.next]).toEqual([21, null])
})

/** Writes of a random history: fields, lines whole and their fields, a second creation, several with one stamp. */
function randomTrail(random: () => number): AuditRow[] {
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const row = (path: string, count: number, value: Json): AuditRow => {
    const stamp = `0mi1c2k3l${count.toString(36).padStart(3, '0')}${pick(['AAAA', 'BBBB'])}`
    return { collection: 'customers', record: ID, path, stamp, value: JSON.stringify(value) }
  }
  const paths = ['name', 'note', 'phone', 'contacts/a', 'contacts/b', 'contacts/a/name', 'contacts/b/name']
  const valueAt = (path: string, i: number) => (/\/.$/.test(path) ? { name: `whole ${i}` } : `value ${i}`)
  const made = { name: 'made', contacts: { a: { name: 'with it' } } }
  const rest = Array.from({ length: 640 }, (_, i) => [pick(paths), 3 + Math.floor(i * 0.7)] as const)
  const writes = rest.map(([path, count], i) => row(path, count, valueAt(path, i)))
  const all = [row('', 0, made), ...writes, row('', 200, { name: 'made again' })]
  // No stamp is given twice for one path.
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

const keyOf = ({ path, stamp }: Pick<AuditRow, 'path' | 'stamp'>) => `${stamp} ${path}`

test.each([1, 2, 3])(
  'page by page a history is told as it would be whole, whatever it is like (seed %i)',
  async (seed) => {
    const audit = randomTrail(seeded(seed))
    const document = `${server.company}/customers/common`
    const update = { document, user: 'u', replica: 'AAAA', at: 5, update: Uint8Array.of(0, 0), audit }
    await server.storage.append({ rows: [update], numbers: [] }, () => [])
    const whole = historyOf(audit.map(({ path, stamp, value }) => ({ path, stamp, value: JSON.parse(value) })))
    const told: HistoryPage['writes'][number][] = []
    let pages = 0
    for (let next: string | null = ''; next !== null; pages++) {
      const { page } = await historyAt(owner, `customers/${ID}/history${next && `?before=${next}`}`)
      told.push(...page.writes)
      next = page.next
    }
    expect(pages).toBeGreaterThan(6)
    const befores = (all: readonly Told[]) => new Map(all.map((one) => [keyOf(one), one.before]))
    expect(befores(told)).toEqual(befores(whole.told))
    expect(told.map(({ stamp }) => stamp)).toEqual(whole.told.map(({ stamp }) => stamp))
  },
)

test('whoever may read the document may read its history, and nobody else', async () => {
  await write(1)
  const viewer = await join(server, owner, 'viewer')
  expect(await historyAt(viewer)).toMatchObject({ status: 200, page: { writes: [{}, {}] } })
  expect(await historyAt(server.browser())).toMatchObject({ status: 401, code: 'sign-in-needed' })
  const { account } = (await viewer.get('/api/state')).body as { account: { user: string } }
  const own = account.user
  await server.author.write((tx) => tx.create(settings, own, { theme: 'dark' }))
  expect(await historyAt(viewer, `settings/${own}/history`)).toMatchObject({ status: 200 })
  expect(await historyAt(owner, `settings/${own}/history`)).toMatchObject({ status: 403, code: 'role-forbids' })
})

test('what is no record of this company is refused; a record that nobody wrote has no history', async () => {
  expect(await historyAt(owner, `parcels/${ID}/history`)).toMatchObject({ status: 404, code: 'document-unknown' })
  expect(await historyAt(owner, 'customers/plain/history')).toMatchObject({ status: 404, code: 'document-unknown' })
  expect(await historyAt(owner)).toMatchObject({ status: 200, page: { writes: [], next: null } })
})
