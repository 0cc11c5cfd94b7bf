import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { products } from '../../goods/collections.ts'
import { layoutFor } from '../layout/guess.ts'
import { mappingOf } from '../layout/mapping-of.ts'
import { planImport } from '../plan.ts'
import { MemoryCompany } from '../testing/memory-company.ts'
import { contactOf } from '../writing/vcard/contact-of.ts'
import { writeCards } from '../writing/vcard/write.ts'
import { type OpenedFile, openFile } from './open-file.ts'
import type { Table } from './table.ts'

const NOW = Date.UTC(2026, 10, 23)
const WORDS = { customers: {}, products: {}, organisations: {}, departments: {}, people: {} }

async function opened(name: string, text: string): Promise<OpenedFile> {
  const file = await openFile(name, new TextEncoder().encode(text))
  if ('code' in file) throw new Error(file.code)
  return file
}

function takeIn(memory: MemoryCompany, { sheet, known }: Table) {
  const layout = known?.layout ?? layoutFor('customers', sheet, WORDS)
  const mapping = mappingOf({ layout, sheet, choices: {}, ...(known && { source: known.source }) })
  const plan = planImport(mapping, new Map([[sheet.file, sheet]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  memory.run(plan.commands)
  return plan
}

const CARDS = [
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Грей;Артур;;;\r\nFN:Артур Грей\r\nORG:Секрет\r\nTITLE:Капитан',
  'TEL;TYPE=cell:+7 900 000-00-01\r\nTEL:+7 900 000-00-02\r\nTEL:+7 900 000-00-03\r\nEMAIL:grey@sekret.example',
  'NOTE:Звонить утром\r\nEND:VCARD\r\n',
].join('\r\n')

test('X17: a card becomes a customer with all of its phones; taken in again it changes nothing', async () => {
  const [table] = (await opened('c.vcf', CARDS)).tables
  if (!table) throw new Error('no table')
  const memory = new MemoryCompany(NOW)
  takeIn(memory, table)
  const [one, ...others] = memory.rows(customers)
  expect(others).toEqual([])
  expect(one).toMatchObject({
    name: 'Артур Грей',
    type: 'person',
    phone: '+7 900 000-00-01',
    email: 'grey@sekret.example',
  })
  expect(one?.phones.map(({ number }) => number)).toEqual(['+7 900 000-00-02', '+7 900 000-00-03'])
  expect(one?.note).toBe('Секрет\nКапитан\nЗвонить утром')
  expect(takeIn(memory, table).rows.map(({ outcome }) => outcome)).toEqual(['same'])
  expect([...memory.rows(customers)]).toHaveLength(1)
})

test('X17: customers that were written as cards read the same in another company, and change nothing in their own', async () => {
  const [table] = (await opened('c.vcf', CARDS)).tables
  if (!table) throw new Error('no table')
  const [memory, other] = [new MemoryCompany(NOW), new MemoryCompany(NOW)]
  takeIn(memory, table)
  const written = writeCards([...memory.rows(customers)].map(contactOf), '3.0')
  const [again] = (await opened('again.vcf', written)).tables
  if (!again) throw new Error('no table')
  takeIn(other, again)
  const shown = (one: MemoryCompany) => [...one.rows(customers)].map(contactOf).map((card) => ({ ...card, uid: null }))
  expect(shown(other)).toEqual(shown(memory))
  expect(takeIn(memory, again).rows.map(({ outcome }) => outcome)).toEqual(['same'])
})

test('X21: what was removed since comes back with what the file says', async () => {
  const [table] = (await opened('c.vcf', CARDS)).tables
  if (!table) throw new Error('no table')
  const memory = new MemoryCompany(NOW)
  takeIn(memory, table)
  const [before] = memory.rows(customers)
  memory.write((tx) => tx.remove(customers, before?.id ?? ''))
  expect(takeIn(memory, table).rows.map(({ outcome }) => outcome)).toEqual(['created'])
  expect([...memory.rows(customers)]).toMatchObject([{ id: before?.id, gone: false, name: 'Артур Грей' }])
})

const GOODS = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.05">
<Классификатор><Ид>k</Ид><Наименование>К</Наименование><Группы><Группа><Ид>g1</Ид><Наименование>Столы</Наименование></Группа></Группы></Классификатор>
<Каталог><Ид>c</Ид><ИдКлассификатора>k</ИдКлассификатора><Наименование>К</Наименование><Товары>
<Товар><Ид>t1</Ид><Артикул>A-1</Артикул><Наименование>Стол</Наименование><БазоваяЕдиница>шт</БазоваяЕдиница><Группы><Ид>g1</Ид></Группы><СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов></Товар>
</Товары></Каталог>
<ПакетПредложений><Ид>p</Ид><Наименование>П</Наименование><ТипыЦен><ТипЦены><Ид>r</Ид><Наименование>Розничная</Наименование></ТипЦены></ТипыЦен><Предложения>
<Предложение><Ид>t1</Ид><Наименование>Стол</Наименование><Цены><Цена><ИдТипаЦены>r</ИдТипаЦены><ЦенаЗаЕдиницу>1250.50</ЦенаЗаЕдиницу></Цена></Цены></Предложение>
</Предложения></ПакетПредложений>
</КоммерческаяИнформация>`

test('X18: goods of 1C become goods with group, rate and price; a new price changes them', async () => {
  const memory = new MemoryCompany(NOW)
  const [table] = (await opened('import.xml', GOODS)).tables
  if (!table) throw new Error('no table')
  takeIn(memory, table)
  expect([...memory.rows(products)]).toMatchObject([
    { name: 'Стол', type: 'goods', article: 'A-1', category: 'Столы', unit: 'шт', vat: 'vat20', price: 125_050 },
  ])
  const [dearer] = (await opened('import.xml', GOODS.replace('1250.50', '1300'))).tables
  if (!dearer) throw new Error('no table')
  expect(takeIn(memory, dearer).rows).toMatchObject([
    { outcome: 'changed', changes: [{ field: 'price', before: 125_050, after: 130_000 }] },
  ])
})

test('what no file can be is told, and a file of rows is one table', async () => {
  expect(await openFile('a', new Uint8Array())).toMatchObject({ code: 'file-empty' })
  expect(await openFile('a.xml', new TextEncoder().encode('<html></html>'))).toMatchObject({ code: 'exchange-other' })
  const statement = await opened('a.txt', '1CClientBankExchange\r\nРасчСчет=1\r\nКонецФайла\r\n')
  expect(statement).toMatchObject({ form: 'statement', tables: [], statement: { accounts: ['1'], documents: [] } })
  const rows = await opened('a.csv', 'Название;Телефон\nАссоль;1\n')
  expect(rows).toMatchObject({ form: 'rows', separator: ';', encoding: 'utf-8' })
  expect(rows.tables.map(({ sheet }) => sheet.rows.length)).toEqual([1])
})

test('X7: contacts are contacts also behind a line that belongs to none of them, which is told', async () => {
  const file = await opened('c.vcf', `FN:вне\r\n${CARDS}`)
  expect([file.form, file.tables[0]?.sheet.rows.length, file.problems.map(({ line }) => line)]).toEqual([
    'cards',
    1,
    [1],
  ])
})

test('X10: a file that is refused for its document type says so, and not that it is no exchange', async () => {
  const file = '<!DOCTYPE l [<!ENTITY a "a">]><КоммерческаяИнформация/>'
  expect(await openFile('a.xml', new TextEncoder().encode(file))).toMatchObject({ code: 'xml-doctype' })
})

test('X14: goods of a file that is written in one line are told apart: by their place', async () => {
  const goods = (id: string) => `<Товар><Ид>${id}</Ид><Наименование>Товар ${id}</Наименование></Товар>`
  const all = `<Каталог><Товары>${goods('a')}${goods('b')}</Товары></Каталог>`
  const [table] = (await opened('a.xml', `<КоммерческаяИнформация>${all}</КоммерческаяИнформация>`)).tables
  expect(table?.sheet.rows.map(({ line, cells }) => [line, cells.Наименование])).toEqual([
    [1, 'Товар a'],
    [2, 'Товар b'],
  ])
})
