import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { customers } from '../customers/collections.ts'
import { asCsv } from '../lists/sheet.ts'
import { DICTIONARIES } from '../locales/dictionaries.ts'
import { orders } from '../orders/collections.ts'
import type { Written } from '../records/writing/transaction.ts'
import { undo } from '../records/writing/undo.ts'
import { planImport } from './plan.ts'
import { readSheet } from './reading/csv/csv.ts'
import { readMapping } from './reading/mapping.ts'
import { refusedRows } from './refused.ts'
import { MemoryCompany } from './testing/memory-company.ts'

const NOW = Date.UTC(2026, 10, 23)
const CUSTOMERS = {
  what: 'customers',
  file: 'c.csv',
  key: 'id',
  changed: 'update',
  fields: { name: { column: 'name' }, phone: { column: 'phone' }, address: { column: 'address' } },
}
const ORDERS = {
  what: 'orders',
  file: 'o.csv',
  key: 'id',
  changed: 'update',
  fields: { number: { column: 'id' }, date: { column: 'date' }, note: { column: 'note' } },
  lines: [
    { text: { column: 'what' }, price: { column: 'price' } },
    { text: { column: 'more' }, price: { column: 'cost' } },
  ],
  stage: {
    column: 'stage',
    kind: 'Кухни',
    stages: {
      open: [{ state: 'Замер', at: { column: 'date' } }],
      done: [{ completion: 'success', at: { column: 'date' } }],
    },
  },
}

function planned(memory: MemoryCompany, source: object, text: string) {
  const read = readMapping({
    name: 'old-crm',
    format: { dates: 'D.M.Y' },
    zone: 'Europe/Moscow',
    kinds: [{ name: 'Кухни', sort: 'work', states: [{ name: 'Замер' }] }],
    sources: [source],
  })
  if (!('mapping' in read)) throw new Error(JSON.stringify(read.problems))
  const [{ file } = { file: '' }] = read.mapping.sources
  const plan = planImport(read.mapping, new Map([[file, readSheet(file, text, ',')]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  return plan
}

function undone(memory: MemoryCompany, act: readonly Written[]): void {
  memory.write((tx) => {
    undo(tx, act, COLLECTIONS, {})
  })
}

const state = (memory: MemoryCompany) =>
  [...memory.rows(customers)]
    .filter((row) => !row.gone)
    .map(({ id, name, phone, address }) => [id, name, phone, address].join('|'))
    .sort()

const FIRST = 'id,name,phone,address\n1,Альфа,111,\n2,Бета,222,Садовая\n'

test('X14: of each row it is told what it makes, and what is then done is that', () => {
  const memory = new MemoryCompany(NOW)
  const first = planned(memory, CUSTOMERS, FIRST)
  expect(first.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'created'],
    [3, 'created'],
  ])
  memory.run(first.commands)
  const again = planned(
    memory,
    CUSTOMERS,
    'id,name,phone,address\n1,Альфа,999,Невский\n2,Бета,222,Садовая\n,Гамма,1,\n3,Дельта\n4,Эта,4,\n',
  )
  const alpha = [...memory.rows(customers)].find((row) => row.name === 'Альфа')
  expect(again.rows).toMatchObject([
    {
      line: 2,
      outcome: 'changed',
      id: alpha?.id,
      changes: [
        { field: 'phone', before: '111', after: '999' },
        { field: 'address', before: null, after: 'Невский' },
      ],
    },
    { line: 3, outcome: 'same', changes: [] },
    { line: 4, outcome: 'refused', id: null },
    { line: 5, outcome: 'refused', id: null },
    { line: 6, outcome: 'created' },
  ])
  expect(again.report.problems.map(({ line, code }) => [line, code])).toEqual([
    [5, 'cells-count'],
    [4, 'empty'],
  ])
  expect(again.report.sources).toMatchObject([{ rows: 5, taken: 1, changed: 1, present: 1, refused: 2 }])
  memory.run(again.commands)
  expect(planned(memory, CUSTOMERS, 'id,name,phone,address\n1,Альфа,999,Невский\n').rows[0]?.outcome).toBe('same')
})

test('X15: without that wish a changed row changes nothing; an empty cell never does', () => {
  const memory = new MemoryCompany(NOW)
  memory.run(planned(memory, CUSTOMERS, FIRST).commands)
  const other = 'id,name,phone,address\n2,Бета,333,\n'
  expect(planned(memory, { ...CUSTOMERS, changed: 'leave' }, other).commands).toEqual([])
  expect(planned(memory, CUSTOMERS, other).rows[0]?.changes.map(({ field }) => field)).toEqual(['phone'])
})

const ORDER = 'id,date,note,what,price,more,cost,stage\n7,01.09.2026,a,Стол,100,,,open\n'

test('X15: an order gets fields and lines that differ; its moves and its number stay', () => {
  const memory = new MemoryCompany(NOW)
  memory.run(planned(memory, ORDERS, ORDER).commands)
  const before = [...memory.rows(orders)][0]
  const plan = planned(memory, ORDERS, ORDER.replace(',a,Стол,100', ',b,Стол,150'))
  expect(plan.rows[0]).toMatchObject({ outcome: 'changed', id: before?.id })
  memory.run(plan.commands)
  const after = [...memory.rows(orders)][0]
  expect([after?.note, after?.number, after?.lines.map((line) => line.price)]).toEqual(['b', '7', [15_000]])
  expect(after?.moves).toEqual(before?.moves)
  expect(planned(memory, ORDERS, ORDER.replace(',a,Стол,100', ',b,Стол,150')).commands).toEqual([])
})

test('X15: a completed order, and a line that the order has not, refuse the row', () => {
  const memory = new MemoryCompany(NOW)
  memory.run(planned(memory, ORDERS, `${ORDER}8,01.09.2026,a,Шкаф,1,,,done\n`).commands)
  const changed = `${ORDER.replace('100,,', '100,Стул,5')}8,01.09.2026,c,Шкаф,1,,,done\n`
  const plan = planned(memory, ORDERS, changed)
  expect(plan.report.problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'line-new'],
    [3, 'order-completed'],
  ])
  expect(plan.commands).toEqual([])
})

const rows = fc.uniqueArray(
  fc.record({ id: fc.nat(6), name: fc.nat(9), phone: fc.option(fc.nat(99)), address: fc.option(fc.nat(99)) }),
  { selector: ({ id }) => id, maxLength: 6 },
)
const text = (all: readonly { id: number; name: number; phone: number | null; address: number | null }[]) =>
  [
    'id,name,phone,address',
    ...all.map(({ id, name, phone, address }) => `${id},n${id}-${name},${phone ?? ''},${address ?? ''}`),
  ].join('\n')

test('X16: an import that is undone leaves everything as it was before it', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const memory = new MemoryCompany(NOW)
      memory.run(planned(memory, CUSTOMERS, text(first)).commands)
      const before = state(memory)
      const act = memory.run(planned(memory, CUSTOMERS, text(second)).commands)
      undone(memory, act)
      expect(state(memory)).toEqual(before)
    }),
  )
})

test('X15: the second time nothing is left to do', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const memory = new MemoryCompany(NOW)
      for (const all of [first, second]) memory.run(planned(memory, CUSTOMERS, text(all)).commands)
      expect(planned(memory, CUSTOMERS, text(second)).commands).toEqual([])
    }),
  )
})

test('X16: what people have written since stays', () => {
  const memory = new MemoryCompany(NOW)
  memory.run(planned(memory, CUSTOMERS, FIRST).commands)
  const act = memory.run(planned(memory, CUSTOMERS, 'id,name,phone,address\n1,Альфа,999,Невский\n').commands)
  const alpha = [...memory.rows(customers)].find((row) => row.name === 'Альфа')
  const values = { phone: '555' }
  memory.run([{ command: 'setRecord', args: { collection: 'customers', id: alpha?.id ?? '', values } }])
  undone(memory, act)
  expect(state(memory)).toContain(`${alpha?.id}|Альфа|555|`)
})

test('X27: refused rows are saved with their cells, their line and why; put right, they go in', () => {
  const memory = new MemoryCompany(NOW)
  const text = 'id,name,phone,address\n1,Ассоль,,\n2,,=1+1,\n3,Грей\n'
  const sheet = readSheet('c.csv', text, ',')
  const table = refusedRows(sheet, planned(memory, CUSTOMERS, text).report.problems, DICTIONARIES.ru)
  const written = asCsv(table, 'ru').slice(1)
  expect(written.split('\r\n')).toEqual([
    'id;name;phone;address;Строка файла;Почему не принято',
    '2;;"\'=1+1";;3;name: пусто, а значение нужно',
    ';;;;4;ячеек 2, а столбцов 4',
  ])
  const again = readSheet('again.csv', written.replace('2;;', '2;Лонгрен;'), ';')
  expect(again.rows[0]?.cells).toMatchObject({ id: '2', name: 'Лонгрен', phone: '=1+1' })
})
