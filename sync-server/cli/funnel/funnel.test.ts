import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const GOLDEN = join(ROOT, 'tests/fixtures/golden/september-2016.json')

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as its user does, in a process of its own. */
function crm(args: readonly string[], language = 'en_US.UTF-8'): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>()
  const env = { ...process.env, LC_ALL: language, NO_COLOR: '1' }
  const child = execFile(process.execPath, ['sync-server/cli/crm.ts', ...args], { cwd: ROOT, env }, (_, out, err) =>
    resolve({ code: child.exitCode ?? -1, out, err }),
  )
  return promise
}

async function funnel(...args: string[]) {
  const { code, out, err } = await crm(['funnel', '--orders', GOLDEN, '--json', ...args])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

let folder: string
let golden: { asOf: string; expected: object[]; orders: GoldenOrder[] } & Record<string, unknown>

interface GoldenOrder {
  number: string
  transitions: { state: string; at: string; outcome?: string; reason?: string }[]
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'funnel-'))
  golden = JSON.parse(await readFile(GOLDEN, 'utf8'))
})

afterAll(() => rm(folder, { recursive: true }))

/** The golden file with changes, under another name. */
async function fileWith(changes: Record<string, unknown>): Promise<string> {
  const file = join(folder, `${Math.random()}.json`)
  await writeFile(file, JSON.stringify({ ...golden, ...changes }))
  return file
}

describe('September 2016', () => {
  test('every figure of the two tables is printed', async () => {
    const blocks = await funnel()
    expect(blocks).toMatchObject(golden.expected)
    expect(blocks.flatMap(({ rows }: { rows: object[] }) => rows)).toHaveLength(13)
  })

  test('a row has these fields, in this order', async () => {
    const [{ rows, ...block }] = await funnel()
    const fields =
      'state reached fromFirst fromPrevious hours sum losses lossesShare lossesSum reasons staying stayingSum'
    expect(Object.keys(rows[2])).toEqual(fields.split(' '))
    expect(block).toEqual({ kind: 'Кухни под заказ' })
    expect(rows[2].reasons).toEqual([
      { reason: 'Не устроила цена', count: 2, sum: 50_600 },
      { reason: 'Заказали в другом месте', count: 1, sum: 12_800 },
      { reason: 'Не удалось связаться с клиентом', count: 1, sum: 19_000 },
    ])
    expect(rows[1].reasons).toEqual([])
  })

  test('what stands in each row is the row less the next one and the losses', async () => {
    const blocks = await funnel()
    const standing = blocks.map(({ rows }: { rows: Standing[] }) => rows.map((row) => [row.staying, row.stayingSum]))
    expect(standing[0].slice(0, 6)).toEqual([
      [1, 1500],
      [1, 10_925],
      [1, 23_825],
      [2, 59_850],
      [2, 212_470],
      [1, 109_725],
    ])
    expect(standing[1].slice(0, 5)).toEqual([
      [2, 4176],
      [2, 1381],
      [5, 377_254.5],
      [3, 80_085],
      [1, 5054],
    ])
  })

  interface Standing {
    staying: number
    stayingSum: number
  }

  test('nobody skipped a state or went back, so visited is the same', async () => {
    expect(await funnel('--mode', 'visited')).toMatchObject(golden.expected)
  })

  test.each([
    ['customer', ['АЛЬФАМАРТ', 'Ассоль-Дизайн', 'ДЕНЕЖНИКОВО', 'Частное лицо']],
    ['manager', ['Абдулов', 'Ведеркин', 'Николаев']],
    ['department', ['Салон на Ленинском', 'Салон на Невском']],
  ])('by %s: blocks per kind, groups by name, which add up to the whole', async (by, names) => {
    const blocks: { kind: string; group: string; rows: { reached: number; sum: number }[] }[] = await funnel('--by', by)
    for (const kind of ['Кухни под заказ', 'Интернет-магазин']) {
      const groups = blocks.filter((block) => block.kind === kind)
      expect(groups.map(({ group }) => group)).toEqual(names)
      const expected = golden.expected.find((block) => 'kind' in block && block.kind === kind)
      const sums = [0, 1, 2, 3, 4, 5].map((i) => ({
        reached: groups.reduce((sum, { rows }) => sum + (rows[i]?.reached ?? 0), 0),
        sum: groups.reduce((sum, { rows }) => sum + (rows[i]?.sum ?? 0), 0),
      }))
      expect(expected).toMatchObject({ rows: kind === 'Интернет-магазин' ? sums : [...sums, {}] })
    }
  })

  test('as of an earlier time later moves do not exist', async () => {
    const blocks = await funnel('--as-of', '2016-09-05T09:00:00+03:00')
    const counts = blocks.map(({ rows }: { rows: { reached: number }[] }) => rows.map(({ reached }) => reached))
    expect(counts).toEqual([
      [1, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ])
    expect(blocks[0].rows[0]).toMatchObject({ hours: 0, losses: 0 })
    expect(blocks[1].rows[0]).toMatchObject({ fromFirst: null, hours: null })
  })
})

describe('other files', () => {
  test('orders out of the period are not reported, an order in an unknown state is listed with its number', async () => {
    const orders = golden.orders.map((order) =>
      order.number === 'ЗН-0002' ? { ...order, transitions: [{ state: 'Продан', at: '2016-09-30T12:18:00Z' }] } : order,
    )
    const period = { from: '2016-09-05T12:00:00Z', to: '2016-10-01T00:00:00+03:00' }
    const { out } = await crm(['funnel', '--json', '--orders', await fileWith({ orders, period })])
    const [block] = JSON.parse(out)
    expect(block.rows[0].reached).toBe(16)
    const orphan = { state: 'Продан', orders: ['ЗН-0002'], sum: 1500, losses: 0, lossesSum: 0 }
    expect(block.orphans).toEqual([orphan])
    const table = await crm(['funnel', '--orders', await fileWith({ orders })], 'ru_RU.UTF-8')
    expect(table.out).toContain('Продан: ЗН-0002')
  })

  test('a reopened order is a loss no more, one that went back counts where it stands', async () => {
    const reopen = [{ state: 'Разработка дизайн-проекта', at: '2016-09-20T00:00:00Z' }]
    const orders = golden.orders.map(({ transitions, ...order }) => ({
      ...order,
      transitions: order.number === 'ЗН-0009' ? [...transitions, ...reopen] : transitions,
    }))
    const { out } = await crm(['funnel', '--json', '--orders', await fileWith({ orders })])
    const rows: { reached: number; losses: number; staying: number }[] = JSON.parse(out)[0].rows
    expect(rows.map(({ reached }) => reached)).toEqual([18, 16, 14, 9, 6, 3, 2])
    expect(rows.map(({ losses }) => losses)).toEqual([1, 0, 4, 1, 1, 0, 0])
    expect(rows.map(({ staying }) => staying)).toEqual([1, 2, 1, 2, 2, 1, 2])
  })

  test('without --json tables in the language of the terminal', async () => {
    const { out, code } = await crm(['funnel', '--orders', GOLDEN, '--by', 'department'], 'ru_RU.UTF-8')
    expect(code).toBe(0)
    expect(out).toContain('Вид заказ-наряда: Кухни под заказ\nСалон на Ленинском\nСостояние')
    expect(out).toContain('Вид заказа покупателя: Интернет-магазин\nСалон на Невском\n')
    expect((await crm(['funnel', '--orders', GOLDEN])).out).toMatch(
      /Обсуждение КП +15 +83% +94% +60.96 +683,645.00 +4 \(22%\)/,
    )
  })
})

describe('bad input is told in one sentence, with code 2', () => {
  const [first, ...rest] = [{ number: '1' }, { number: '2' }]

  test.each([
    ['no file named', () => [], '“--orders”'],
    ['a file that is not there', () => ['--orders', 'nowhere.json'], 'nowhere.json'],
    ['a file that is not JSON', () => ['--orders', 'LICENSE'], 'LICENSE is not JSON'],
    ['an unknown variant', () => ['--orders', GOLDEN, '--by', 'shop'], '--by shop'],
    ['an unknown mode', () => ['--orders', GOLDEN, '--mode', 'all'], '--mode all'],
    [
      'a time without its offset',
      () => ['--orders', GOLDEN, '--as-of', '2016-09-05T09:00'],
      '--as-of 2016-09-05T09:00',
    ],
    ['an unknown option', () => ['--orders', GOLDEN, '--to', 'x'], '--to'],
    ['a word too many', () => ['--orders', GOLDEN, 'more'], 'more'],
    ['an option without its value', () => ['--orders'], '--orders'],
    ['another form', () => fileWith({ orders: [first, ...rest] }), ': orders.0.sort.'],
    ['no object', () => wrong({ kinds: null }), ': kinds.'],
    ['a bad total', () => wrongOrder({ total: 1.234 }), ': orders.1.total.'],
    [
      'a bad time',
      () => wrongOrder({ transitions: [{ state: 'На складе', at: 'noon' }] }),
      ': orders.1.transitions.0.at.',
    ],
    ['a kind that is not in the file', () => wrongOrder({ kind: 'Ремонт' }), ': orders.1.kind.'],
  ])('%s', async (_, make, told) => {
    const made = await make()
    const { code, out, err } = await crm([
      'funnel',
      '--json',
      ...(typeof made === 'string' ? ['--orders', made] : made),
    ])
    expect(err).toContain(told)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect([code, out]).toEqual([2, ''])
  })

  function wrong(changes: Record<string, unknown>): Promise<string> {
    return fileWith(changes)
  }

  function wrongOrder(changes: Record<string, unknown>): Promise<string> {
    return fileWith({ orders: golden.orders.map((order, i) => (i === 1 ? { ...order, ...changes } : order)) })
  }

  test.each([[[]], [['dance']], [['constructor']]])('an unknown command: %j', async (args) => {
    const { code, err } = await crm(args)
    expect(err).toContain('funnel')
    expect(code).toBe(2)
  })
})
