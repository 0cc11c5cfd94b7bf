import { afterEach, expect, test } from 'vitest'
import { calls } from '../../../../shared/calls/collections.ts'
import { people } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { comments } from '../../../../shared/discussion/collections.ts'
import { documentOf } from '../../../../shared/documents/documents.ts'
import { events } from '../../../../shared/events/collections.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { Clock } from '../../../../shared/records/keys/stamp.ts'
import { Transaction } from '../../../../shared/records/writing/transaction.ts'
import type { FoundIn } from '../../../../shared/search/index/fields.ts'
import { Refusals } from '../../disk/refusals.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import { Documents } from '../../documents/documents.ts'
import { keptStores } from '../../documents/kept-stores.ts'
import { ALL_ORDERS } from '../../session/testing/test-device.ts'
import { Directory } from '../directory.ts'
import { LiveList } from '../lists/live-list.ts'
import type { ListQuery } from '../lists/query.ts'
import { Finding } from './finding.ts'
import type { FindAnswer, FindQuery } from './query.ts'

const NOW = Date.UTC(2026, 10, 27)
const [OLD, NEW] = [Date.UTC(2026, 1, 3), Date.UTC(2026, 10, 20)]
const COMPANY = 'c'
const [CUSTOMER, OTHER, ORDER, LATE, EVENT, COMMENT, CALL] = [
  OLD,
  OLD + 1,
  OLD + 2,
  NEW,
  NEW + 1,
  NEW + 2,
  NEW + 3,
].map((at) => newId('common', at)) as [string, string, string, string, string, string, string]
const NAMES = [
  documentOf(COMPANY, 'setup', ''),
  documentOf(COMPANY, 'customers', CUSTOMER),
  ...[ORDER, LATE].map((id) => documentOf(COMPANY, 'orders', id)),
  documentOf(COMPANY, 'events', EVENT),
]

/** A device's documents on a disk that outlives it, and the search over them. */
class Device {
  readonly disk: TestDisk
  readonly documents: Documents
  readonly finding: Finding
  readonly directory = new Directory(null, () => NOW)
  readonly #clock = new Clock('TESTER', () => NOW)
  readonly #refusals = new Refusals()
  #changed = () => {}
  #hasEnded = false
  readonly #lists: LiveList[] = []

  constructor(disk = new TestDisk(), build = 'one') {
    this.disk = disk
    const stores = keptStores({ disk, refusals: this.#refusals, build })
    this.documents = new Documents({ company: COMPANY, who: { user: 'u1', role: 'owner' }, stores, now: () => NOW })
    this.finding = new Finding(this.directory, this.documents, () => this.#changed())
    this.documents.observe((changes) => {
      const changed = this.directory.take(changes)
      for (const list of this.#lists) list.take(changed)
      this.finding.take(changes)
    })
    this.documents.hold({
      stands: (columns, isNew, name) => {
        this.directory.stand(columns, isNew)
        this.finding.stand(name, isNew)
      },
      opened: (collection, rows) => this.directory.hold(collection, rows),
    })
  }

  async open(): Promise<this> {
    for (const name of NAMES) await this.documents.open(name)
    return this
  }

  write(command: (tx: Transaction) => void): void {
    const open = (collection: Parameters<Documents['require']>[0], id: string) =>
      this.documents.require(collection, id, 'write')
    const tx = new Transaction({ clock: this.#clock, person: 'u1', open })
    command(tx)
    tx.commit('act')
  }

  answers(text: string, more: Partial<FindQuery> = {}): FindAnswer[] {
    return [...this.finding.answers({ what: 'find', text, recent: [], kinds: null, person: null, ...more })]
  }

  found(text: string, more: Partial<FindQuery> = {}): string[] {
    return (
      this.answers(text, more)
        .at(-1)
        ?.hits.map(({ collection }) => collection) ?? []
    )
  }

  list(part: Partial<ListQuery>): LiveList {
    const found = this.finding.every.bind(this.finding)
    const list = new LiveList(this.directory, { ...ALL_ORDERS, ...part }, { behind: () => [], found })
    this.#lists.push(list)
    return list
  }

  /** Resolves when every document has its index. */
  async ready(): Promise<void> {
    const isReady = () => this.answers('x').every(({ ready }) => ready.done === ready.total && ready.total > 0)
    await new Promise<void>((resolve) => {
      this.#changed = () => isReady() && resolve()
      if (isReady()) resolve()
    })
  }

  async end(): Promise<void> {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.finding.close()
    await this.documents.close()
    this.#refusals.close()
  }
}

const devices: Device[] = []
afterEach(() => Promise.all(devices.splice(0).map((device) => device.end())))

async function begin(...given: ConstructorParameters<typeof Device>): Promise<Device> {
  const device = await new Device(...given).open()
  devices.push(device)
  return device
}

async function company(): Promise<Device> {
  const device = await begin()
  device.write((tx) => {
    tx.create(people, 'u1', { name: 'Седова Анна' })
    tx.create(customers, CUSTOMER, { name: 'Ромашка', phone: '8 916 555-01-43', responsible: 'u1' })
    tx.create(customers, OTHER, { name: 'Василёк' })
    tx.create(orders, ORDER, {
      sort: 'customer',
      date: OLD,
      number: 'ЗН-12345',
      customer: CUSTOMER,
      note: 'Кухня у окна',
    })
    tx.create(orders, LATE, { sort: 'work', date: NEW, draft: 'Ч-7KQ2-3', customer: OTHER })
    tx.create(events, EVENT, {
      kind: 'call',
      subject: 'Звонок',
      text: 'О кухонных шкафах',
      customer: CUSTOMER,
      responsible: 'u1',
    })
    tx.create(comments, COMMENT, { about: `orders/${ORDER}`, text: 'Кухней довольны' })
  })
  await device.ready()
  return device
}

test('I8: all is found once the indexes are made; then what changes, at once, and nothing that was removed', async () => {
  const device = await company()
  expect(device.found('ромашка')).toEqual(['customers', 'orders', 'events'])
  expect(device.found('кухня').toSorted()).toEqual(['comments', 'events', 'orders'])
  device.write((tx) => {
    tx.set(orders, LATE, { note: 'Кухни две' })
    tx.set(customers, CUSTOMER, { name: 'Ландыш' })
    tx.remove(events, EVENT)
  })
  expect(device.found('кухня').toSorted()).toEqual(['comments', 'orders', 'orders'])
  expect(device.found('ромашка')).toEqual([])
  expect(device.found('ландыш')).toEqual(['customers', 'orders'])
  const customer = newId('common', NEW + 5)
  device.write((tx) => tx.create(customers, customer, { name: 'Колокольчик' }))
  expect(device.found('колокольчики')).toEqual(['customers'])
})

test('I5: a call is found by what was noted in it', async () => {
  const device = await company()
  device.write((tx) => tx.create(calls, CALL, { direction: 'in', number: '+79165550144', note: 'Просила перезвонить' }))
  expect(device.found('перезвонит')).toEqual(['calls'])
})

test('the last answer says that it is to all, whatever was typed', async () => {
  const device = await company()
  for (const typed of ['ромашка', 'ничего такого', 'рамошка', '?', ''])
    expect(device.answers(typed).at(-1)?.isWhole, typed).toBe(true)
})

test('I8: a merged customer leads to the one that it means', async () => {
  const device = await company()
  device.write((tx) => tx.set(customers, OTHER, { mergedInto: CUSTOMER }))
  const [answer] = device.answers('василек', { kinds: ['customers'] }).slice(-1)
  expect(answer?.hits.map(({ item }) => item.id)).toEqual([CUSTOMER])
  expect(device.found('ромашка')).toEqual(['customers', 'orders', 'orders', 'events'])
})

test('I10, I11: of a kind, of a person; a comment tells where it was found, and leads to its record', async () => {
  const device = await company()
  expect(device.found('кухня', { kinds: ['events'] })).toEqual(['events'])
  expect(device.found('ромашка', { person: 'u1' })).toEqual(['customers', 'events'])
  const [answer] = device.answers('кухня', { kinds: ['comments'] }).slice(-1)
  expect(answer?.hits[0]).toMatchObject({
    about: { collection: 'orders', item: { id: ORDER } },
    excerpt: { field: 'text', text: 'Кухней довольны', marks: [[0, 6]] },
  })
  expect(answer?.counts.comments).toBe(1)
})

test('FT8: what is of a feature that is off is neither found nor counted, a comment on it neither', async () => {
  const device = await company()
  const work = { without: ['orders/work', 'events'] }
  expect(device.found('василек')).toEqual(['customers', 'orders'])
  expect(device.found('василек', work)).toEqual(['customers'])
  expect(device.found('кухня', work).toSorted()).toEqual(['comments', 'orders'])
  device.write((tx) => tx.set(orders, ORDER, { sort: 'work' }))
  const [answer] = device.answers('кухня', work).slice(-1)
  expect([answer?.hits, answer?.counts.comments, answer?.counts.orders]).toEqual([[], 0, 0])
  const recent = [{ collection: 'orders' as const, id: ORDER }]
  expect(device.found('', { recent, ...work })).toEqual([])
  expect(device.found('', { recent })).toEqual(['orders'])
})

test('I13: a list that is held to what was found shows as many as were counted, by forms and by customers, and follows what changes', async () => {
  const device = await company()
  const lists = ['orders', 'customers', 'events'] as const
  const asked = ['кухня', 'ромашки', '916 555', 'рамошка'].flatMap((text) => [
    { text, person: null },
    { text, person: 'u1' },
  ])
  const open = asked.flatMap((found) =>
    lists.map((collection) => ({ found, collection, list: device.list({ collection, found }) })),
  )
  const agree = () => {
    let all = 0
    for (const { found, collection, list } of open) {
      const counted = device.answers(found.text, { person: found.person }).at(-1)?.counts[collection] ?? 0
      expect(list.answer().count, `${found.text} of ${found.person} in ${collection}`).toBe(counted)
      all += counted
    }
    return all
  }
  expect(agree()).toBeGreaterThan(8)
  device.write((tx) => tx.set(orders, LATE, { note: 'Кухонь две', responsible: 'u1' }))
  const byForm = open.find((one) => one.collection === 'orders' && one.found.text === 'кухня')
  expect(
    byForm?.list
      .answer()
      .rows.map(({ id }) => id)
      .toSorted(),
  ).toEqual([ORDER, LATE].toSorted())
  agree()
  device.write((tx) => tx.set(customers, OTHER, { mergedInto: CUSTOMER }))
  agree()
  device.write((tx) => {
    tx.set(customers, CUSTOMER, { name: 'Ландыш' })
    tx.remove(orders, ORDER)
  })
  expect(agree()).toBeGreaterThan(0)
})

test('I13: it is narrowed by its own filter and search, and told anew when more can be found', async () => {
  const device = await company()
  const found = { text: 'кухня', person: null }
  const list = device.list({ collection: 'orders', found, search: 'ничего' })
  expect([list.answer().count, list.hears]).toEqual([0, 'found'])
  list.ask({ ...ALL_ORDERS, collection: 'orders', found, filter: [{ field: 'sort', is: 'in', values: ['work'] }] })
  expect(list.answer().count).toBe(0)
  list.ask({ ...ALL_ORDERS, collection: 'orders', found })
  expect(list.answer().count).toBe(1)
  list.ask({ ...ALL_ORDERS, collection: 'orders' })
  expect([list.answer().count, list.hears]).toEqual([2, undefined])
})

test('I11: what was found through goods, a merged customer or a phone says so; through a customer whose name stands beside, nothing', async () => {
  const device = await company()
  const product = 'p1'
  await device.documents.open(documentOf(COMPANY, 'goods', product))
  device.write((tx) => {
    tx.create(products, product, { name: 'Столешница дубовая' })
    tx.set(customers, OTHER, { mergedInto: CUSTOMER })
    tx.add(orders, ORDER, 'lines', 'l1', { product })
  })
  await device.ready()
  const told = (text: string, kind: FoundIn) => {
    const hits = device.answers(text, { kinds: [kind] }).at(-1)?.hits ?? []
    return hits.map(({ item, excerpt }) => [item.id, excerpt?.field ?? null, excerpt?.text ?? null])
  }
  expect(told('столешница', 'orders')).toEqual([[ORDER, 'product', 'Столешница дубовая']])
  expect(told('василек', 'orders')).toEqual([[LATE, 'customer', 'Василёк']])
  expect(told('+79165550143', 'customers')).toEqual([[CUSTOMER, 'phone', '8 916 555-01-43']])
  expect(told('ромашка', 'events')).toEqual([[EVENT, null, null]])
})

test('I12: kept indexes stand at the next start without being made; of another build they are made anew', async () => {
  const first = await company()
  await expect.poll(() => kept(first.disk).length).toBe(NAMES.length)
  await first.end()
  const second = await begin(first.disk)
  const before = kept(second.disk)
  await second.ready()
  expect(second.found('кухня').toSorted()).toEqual(['comments', 'events', 'orders'])
  expect(kept(second.disk)).toEqual(before)
  await second.end()
  const third = await begin(second.disk, 'two')
  await third.ready()
  expect(third.found('ромашка')).toEqual(['customers', 'orders', 'events'])
  await expect.poll(() => kept(third.disk).every(({ by }) => by.startsWith('two'))).toBe(true)
})

test('I12: what was written after an index was kept makes it void', async () => {
  const first = await company()
  await expect.poll(() => kept(first.disk).length).toBe(NAMES.length)
  first.write((tx) => tx.set(orders, ORDER, { note: 'Столешница' }))
  await first.end()
  const second = await begin(first.disk)
  await second.ready()
  expect(second.found('столешницы')).toEqual(['orders'])
  expect(second.found('окно')).toEqual([])
})

/** The indexes that stand on a disk. */
function kept(disk: TestDisk) {
  return disk.names().flatMap((name) => {
    const row = disk.rows(name, 'columns').get('index') as { by: string; upTo: number } | undefined
    return row ? [{ name, by: row.by, upTo: row.upTo }] : []
  })
}
