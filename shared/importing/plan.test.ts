import { expect, test } from 'vitest'
import { company, people } from '../company/collections.ts'
import { customers } from '../customers/collections.ts'
import { orders } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { standingOf } from '../orders/moves/moves.ts'
import { orderTotal } from '../orders/totals.ts'
import { planImport } from './plan.ts'
import { readSheet } from './reading/csv/csv.ts'
import { readMapping } from './reading/mapping.ts'
import { MemoryCompany } from './testing/memory-company.ts'

const NOW = Date.UTC(2026, 10, 23)
const BASE = {
  name: 'old-crm',
  format: { dates: 'D.M.Y', decimal: ',', group: ' ' },
  zone: 'Europe/Moscow',
  kinds: [{ name: 'Кухни', sort: 'work', states: [{ name: 'Замер' }, { name: 'Проект' }] }],
  reasons: [{ name: 'Дорого' }],
}
const ORDERS = {
  what: 'orders',
  file: 'orders.csv',
  key: 'id',
  fields: {
    number: { column: 'id' },
    date: { column: 'date' },
    customer: { column: 'customer', missing: 'create' },
    responsible: { column: 'manager' },
    department: { of: 'responsible' },
  },
  lines: [
    {
      text: { column: 'what' },
      quantity: { column: 'count' },
      price: { column: 'price' },
      discount: { column: 'discount' },
    },
  ],
  stage: {
    column: 'stage',
    kind: 'Кухни',
    stages: {
      measuring: [{ state: 'Замер', at: { column: 'date' } }],
      done: [
        { state: 'Замер', at: { column: 'date' } },
        { completion: 'success', at: { column: 'closed' } },
      ],
      lost: [
        { state: 'Проект', at: { column: 'date' } },
        { completion: 'cancelled', at: { column: 'closed' }, reason: { column: 'why', map: { dear: 'Дорого' } } },
      ],
    },
  },
}
const PEOPLE = {
  what: 'people',
  file: 'people.csv',
  key: 'name',
  fields: {
    name: { column: 'name' },
    manager: { column: 'boss', missing: 'create' },
    department: { column: 'office', missing: 'create' },
  },
}
const HEAD = 'id,date,customer,manager,what,count,price,discount,stage,closed,why'
const TEAM = 'name,boss,office\nАбдулов,Громова,Невский\nГромова,,Ленинский\nНиколаев,Громова,Невский\n'

function mapped(sources: readonly object[]) {
  const read = readMapping({ ...BASE, sources })
  if (!('mapping' in read)) throw new Error(JSON.stringify(read.problems))
  return read.mapping
}

function planned(memory: MemoryCompany, sources: readonly object[], files: Record<string, string>) {
  const sheets = new Map(Object.entries(files).map(([name, text]) => [name, readSheet(name, text, ',')]))
  const plan = planImport(mapped(sources), sheets, memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  return plan
}

function imported(files: Record<string, string>) {
  const memory = new MemoryCompany(NOW)
  const plan = planned(memory, [PEOPLE, ORDERS], files)
  memory.run(plan.commands)
  return { memory, report: plan.report }
}

const GOOD = `${HEAD}
7,01.09.2016,Альфа,Абдулов,Фасад,2,"1 000,50",10,done,15.09.2016,
8,02.09.2016,,Николаев,Стол,1,500,,lost,02.09.2016,dear
9,03.09.2016,Альфа,Громова,,,,,measuring,,
`

test('rows become orders with lines, moves at the dates of the file, and references by name', () => {
  const { memory, report } = imported({ 'people.csv': TEAM, 'orders.csv': GOOD })
  expect(report.problems).toEqual([])
  const read = [...memory.rows(orders)].sort((a, b) => (a.date ?? 0) - (b.date ?? 0))
  expect(read.map(orderTotal)).toEqual([180_090, 50_000, 0])
  expect(read.map((order) => order.lines.length)).toEqual([1, 1, 0])
  expect(read.map((order) => order.number)).toEqual(['7', '8', '9'])
  expect(read.every((order) => order.posted && order.sort === 'work')).toBe(true)
  const [done, lost] = read
  expect(done && standingOf(done)).toMatchObject({
    state: COMPLETED,
    move: { completion: 'success', at: Date.UTC(2016, 8, 14, 21), total: 180_090 },
  })
  expect(lost && standingOf(lost).move).toMatchObject({ completion: 'cancelled', reason: expect.any(String) })
  const [alpha] = memory.rows(customers)
  expect(read.map((order) => order.customer)).toEqual([alpha?.id, null, alpha?.id])
})

test('a superior may stand below; nobody is made twice, and an order has the department of its responsible', () => {
  const { memory } = imported({ 'people.csv': TEAM, 'orders.csv': GOOD })
  const team = new Map([...memory.rows(people)].map((person) => [person.name, person]))
  expect([...team.keys()].sort()).toEqual(['Абдулов', 'Громова', 'Николаев'])
  expect(team.get('Абдулов')?.manager).toBe(team.get('Громова')?.id)
  const byResponsible = new Map([...memory.rows(orders)].map((order) => [order.responsible, order.department]))
  expect(byResponsible.get(team.get('Громова')?.id ?? '')).toBe(team.get('Громова')?.department)
  expect(team.get('Громова')?.department).not.toBe(team.get('Абдулов')?.department)
})

test('twice adds nothing, and says so', () => {
  const files = { 'people.csv': TEAM, 'orders.csv': GOOD }
  const { memory } = imported(files)
  const again = planned(memory, [PEOPLE, ORDERS], files)
  expect(again.commands).toEqual([])
  expect(again.report.sources.map(({ taken, present }) => [taken, present])).toEqual([
    [0, 3],
    [0, 3],
  ])
})

test('an order is known by its key also when its date has changed', () => {
  const { memory } = imported({ 'people.csv': TEAM, 'orders.csv': GOOD })
  const later = GOOD.replaceAll('.09.2016', '.11.2016')
  expect(planned(memory, [PEOPLE, ORDERS], { 'people.csv': TEAM, 'orders.csv': later }).commands).toEqual([])
})

const BROKEN: readonly (readonly [string, string, string | null, string])[] = [
  ['1,31.02.2016,А,Абдулов,x,1,1,,measuring,,', 'date', 'date', 'no such day'],
  ['1,,А,Абдулов,x,1,1,,measuring,,', 'empty', 'date', 'a required cell is empty'],
  ['1,01.09.1999,А,Абдулов,x,1,1,,measuring,,', 'date-range', 'date', 'before all documents'],
  ['1,01.09.2016,А,Никто,x,1,1,,measuring,,', 'reference-missing', 'manager', 'nobody has that name'],
  ['1,01.09.2016,А,Абдулов,x,1,"1,005",,measuring,,', 'number', 'price', 'digits would be lost'],
  ['1,01.09.2016,А,Абдулов,x,1,1,,sleeping,,', 'stage', 'stage', 'a stage that the mapping does not know'],
  ['1,01.09.2016,А,Абдулов,x,1,1,,done,,', 'empty', 'closed', 'a move without its date'],
  ['1,01.09.2016,А,Абдулов,x,1,1,,done,01.08.2016,', 'dates-reversed', 'closed', 'closed before it began'],
  ['1,01.09.2016,А,Абдулов,x,1,1,,lost,02.09.2016,unknown', 'reference-missing', 'why', 'a reason that is not there'],
  [',01.09.2016,А,Абдулов,x,1,1,,measuring,,', 'empty', 'id', 'no key'],
  ['7,01.09.2016,А,Абдулов,x,1,1,,measuring,,', 'key-repeated', 'id', 'the key of an earlier row'],
  ['1,01.09.2016', 'cells-count', null, 'too few cells'],
]

test.each(BROKEN)('%s is refused: %s at %s (%s)', (row, code, column) => {
  const text = GOOD.replace('\n8,', `\n${row}\n8,`)
  const { memory, report } = imported({ 'people.csv': TEAM, 'orders.csv': text })
  expect(report.problems.map((problem) => [problem.line, problem.column, problem.code])).toEqual([[3, column, code]])
  expect([...memory.rows(orders)]).toHaveLength(3)
  expect(report.sources[1]).toMatchObject({ rows: 4, taken: 3, refused: 1 })
})

test('a refused row makes none of the records that it refers to', () => {
  const bad = `${HEAD}\n1,01.09.2016,Новый,Абдулов,x,1,1,,sleeping,,\n`
  const { memory } = imported({ 'people.csv': TEAM, 'orders.csv': bad })
  expect([...memory.rows(customers)]).toEqual([])
})

test('a name that two records have is nobody', () => {
  const clients = {
    what: 'customers',
    file: 'c.csv',
    key: 'inn',
    fields: { name: { column: 'name' }, inn: { column: 'inn' } },
  }
  const memory = new MemoryCompany(NOW)
  const text = `${HEAD}\n1,01.09.2016,Иванов,Абдулов,x,1,1,,measuring,,\n`
  const files = { 'people.csv': TEAM, 'c.csv': 'inn,name\n1,Иванов\n2,Иванов\n', 'orders.csv': text }
  const { commands, report } = planned(memory, [PEOPLE, clients, ORDERS], files)
  expect(report.problems).toMatchObject([{ code: 'reference-ambiguous', column: 'customer', line: 2 }])
  memory.run(commands)
  expect([...memory.rows(customers)]).toHaveLength(2)
})

test('what the company has by that name is used and left alone', () => {
  const memory = new MemoryCompany(NOW)
  memory.run([
    {
      command: 'createRecord',
      args: { collection: 'people', id: 'anna', values: { name: 'абдулов ', email: 'a@assol.example' } },
    },
  ])
  const { commands, report } = planned(memory, [PEOPLE, ORDERS], { 'people.csv': TEAM, 'orders.csv': GOOD })
  memory.run(commands)
  expect(report.sources[0]).toMatchObject({ taken: 2, present: 1 })
  expect([...memory.rows(orders)].some((order) => order.responsible === 'anna')).toBe(true)
})

test('the report names what was assumed, corrected and left empty', () => {
  const source = {
    ...ORDERS,
    fields: {
      ...ORDERS.fields,
      date: { column: 'date', assume: '30.09.2016' },
      customer: { column: 'customer', map: { Алфа: 'Альфа' }, missing: 'create' },
    },
  }
  const stage = {
    ...ORDERS.stage,
    stages: { measuring: [{ state: 'Замер', at: { column: 'date', assume: '30.09.2016' } }] },
  }
  const text = `${HEAD}\n1,,Алфа,Абдулов,x,1,1,0,measuring,,\n2,,,Абдулов,x,1,1,0,measuring,,\n`
  const { report } = planned(new MemoryCompany(NOW), [PEOPLE, { ...source, stage }], {
    'people.csv': TEAM,
    'orders.csv': text,
  })
  expect(report.notes.filter((note) => note.file === 'orders.csv')).toEqual([
    { code: 'assumed', file: 'orders.csv', column: 'date', from: '', to: '30.09.2016', line: 2, rows: 2 },
    { code: 'corrected', file: 'orders.csv', column: 'customer', from: 'Алфа', to: 'Альфа', line: 2, rows: 1 },
    { code: 'left-empty', file: 'orders.csv', column: 'customer', from: '', to: '', line: 3, rows: 1 },
  ])
})

test("a company's currency is set only where it has none", () => {
  const { mapping } = { mapping: { ...mapped([PEOPLE]), currency: 'USD' } }
  const memory = new MemoryCompany(NOW)
  const sheets = new Map([['people.csv', readSheet('people.csv', TEAM, ',')]])
  memory.run([{ command: 'createRecord', args: { collection: 'company', id: 'company', values: { name: 'Ассоль' } } }])
  for (const expected of ['USD', 'RUB']) {
    const plan = planImport(mapping, sheets, memory, NOW)
    if ('commands' in plan) memory.run(plan.commands)
    expect([...memory.rows(company)][0]?.currency).toBe(expected)
    memory.run([{ command: 'setRecord', args: { collection: 'company', id: 'company', values: { currency: 'RUB' } } }])
  }
})

test('TX13: no rule hears of the moves of an import, unless it is asked for', () => {
  const files = { 'people.csv': TEAM, 'orders.csv': GOOD }
  const sheets = new Map(Object.entries(files).map(([name, text]) => [name, readSheet(name, text, ',')]))
  for (const isHeard of [undefined, false, true]) {
    const memory = new MemoryCompany(NOW)
    const plan = planImport(mapped([PEOPLE, ORDERS]), sheets, memory, NOW, isHeard === undefined ? {} : { isHeard })
    if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
    memory.run(plan.commands)
    const moves = [...memory.rows(orders)].flatMap((order) => order.moves)
    expect(moves.map(({ quiet }) => quiet)).toEqual(Array(5).fill(isHeard !== true))
  }
})

test('a mapping that does not fit files or collections gives the places, not a plan', () => {
  const source = {
    ...ORDERS,
    key: 'no',
    fields: { date: { column: 'day' }, posted: { column: 'id' }, color: { value: 'x' } },
  }
  const sheets = new Map([['orders.csv', readSheet('orders.csv', GOOD, ',')]])
  const plan = planImport(mapped([source]), sheets, new MemoryCompany(NOW), NOW)
  expect('problems' in plan && plan.problems.map((problem) => problem.path)).toEqual([
    'sources.0.key',
    'sources.0.fields.date.column',
    'sources.0.fields.posted',
    'sources.0.fields.color',
  ])
})
