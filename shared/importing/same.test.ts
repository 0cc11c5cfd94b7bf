import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { customers } from '../customers/collections.ts'
import { products } from '../goods/collections.ts'
import { undo } from '../records/writing/undo.ts'
import type { Layout } from './layout/layout.ts'
import { mappingOf } from './layout/mapping-of.ts'
import { planImport } from './plan.ts'
import { readSheet } from './reading/csv/csv.ts'
import { MemoryCompany } from './testing/memory-company.ts'

const NOW = Date.UTC(2026, 10, 23)
const id = (n: number) => `common-00000000-0000-7000-8000-00000000000${n}`
const CUSTOMERS: Layout = {
  ...{ what: 'customers', key: 'name', changed: 'update' },
  targets: { name: 'name', inn: 'inn', phone: 'phone', more: 'phones.number', tags: 'tags', address: 'address' },
}
const GOODS: Layout = { ...CUSTOMERS, what: 'products', targets: { name: 'name', article: 'article', price: 'price' } }

function company(...all: readonly { readonly [field: string]: string }[]): MemoryCompany {
  const memory = new MemoryCompany(NOW)
  memory.write((tx) => {
    for (const [at, values] of all.entries()) tx.create(customers, id(at + 1), values)
  })
  return memory
}

function takeIn(memory: MemoryCompany, text: string, layout = CUSTOMERS) {
  const sheet = readSheet('a.csv', text, ';')
  const plan = planImport(mappingOf({ layout, sheet, choices: {} }), new Map([[sheet.file, sheet]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  const written = memory.run(plan.commands)
  return { outcomes: plan.rows.map(({ outcome }) => outcome), problems: plan.report.problems, rows: plan.rows, written }
}

const all = (memory: MemoryCompany) => [...memory.rows(customers)]

test('X22: a row with the INN of a customer that was here before means that one, whatever it is called', () => {
  const memory = company({ name: 'Ассоль', inn: '7707083893' }, { name: 'Грей' })
  const text = 'name;inn;phone\nООО «Ассоль»;7707083893;+7 900 000-00-01\n'
  expect(takeIn(memory, text).outcomes).toEqual(['changed'])
  expect(all(memory)).toMatchObject([{ name: 'ООО «Ассоль»', phone: '+7 900 000-00-01' }, { name: 'Грей' }])
  expect(takeIn(memory, text).outcomes).toEqual(['same'])
})

test('X22: goods are met by their article', () => {
  const memory = new MemoryCompany(NOW)
  memory.write((tx) => tx.create(products, 'table', { name: 'Стол', article: 'A-1', price: 100 }))
  expect(takeIn(memory, 'name;article;price\nСтол дубовый;a-1;2\n', GOODS).outcomes).toEqual(['changed'])
  expect([...memory.rows(products)]).toMatchObject([{ id: 'table', name: 'Стол дубовый', price: 200 }])
})

test('X22: of the same name it is met where nothing speaks against it: another INN makes another customer, another phone none', () => {
  const memory = company({ name: 'Ассоль', inn: '7707083893' }, { name: 'Иванов', phone: '+7 916 123-45-67' })
  const text = 'name;inn;phone;address\nассоль;5003052454;;\nИванов;;8 (916) 123 45 67;Садовая, 1\n'
  expect(takeIn(memory, text).outcomes).toEqual(['created', 'changed'])
  expect(all(memory).map(({ name, inn, address }) => [name, inn, address])).toEqual([
    ['Ассоль', '7707083893', null],
    ['Иванов', null, 'Садовая, 1'],
    ['ассоль', '5003052454', null],
  ])
  expect(takeIn(memory, 'name;phone;address\nИванов;+7 900 000-00-02;Лесная, 2\n').outcomes).toEqual(['same'])
})

test('X22: several that it may be, of one INN or of one name, refuse the row in words', () => {
  const memory = company({ name: 'Иванов' }, { name: 'Иванов' }, { name: 'А', inn: '1' }, { name: 'Б', inn: '1' })
  const { outcomes, problems } = takeIn(memory, 'name;inn\nИванов;\nВ;1\nА;1\n')
  expect(outcomes).toEqual(['refused', 'refused', 'same'])
  expect(problems.map(({ code }) => code)).toEqual(['reference-ambiguous', 'reference-ambiguous'])
})

test('X22: two rows that mean one record change it once', () => {
  const memory = company({ name: 'Ассоль', inn: '7707083893' })
  expect(takeIn(memory, 'name;inn\nПервая;7707083893\nВторая;7707083893\n').outcomes).toEqual(['changed', 'same'])
  expect(all(memory)).toMatchObject([{ name: 'Первая' }])
})

test('X25: a later file adds to lists what they lack, however it is spelled, takes nothing out, and is undone', () => {
  const memory = company()
  takeIn(memory, 'name;phone;more\nАссоль;+7 900 000-00-01;+7 900 000-00-02\n')
  const phones = () => all(memory).flatMap((one) => one.phones.map(({ number }) => number))
  const again = 'name;phone;more\nАссоль;+7 900 000-00-01;8 900 000 00 02\n'
  expect(takeIn(memory, again).outcomes).toEqual(['same'])
  const { rows, written } = takeIn(memory, 'name;phone;more\nАссоль;+7 900 000-00-01;+7 900 000-00-03\n')
  expect(rows).toMatchObject([{ outcome: 'changed', changes: [{ before: null, after: '+7 900 000-00-03' }] }])
  expect(phones()).toEqual(['+7 900 000-00-02', '+7 900 000-00-03'])
  memory.write((tx) => {
    undo(tx, written, COLLECTIONS, {})
  })
  expect(phones()).toEqual(['+7 900 000-00-02'])
})

test('X25: tags stand in one cell, with any of the usual signs between them', () => {
  const memory = company()
  takeIn(memory, 'name;tags\nАссоль;"опт, Москва; опт"\n')
  expect(all(memory)[0]?.tags).toEqual(['опт', 'Москва'])
})
