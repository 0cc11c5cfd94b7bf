import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { partsOfImport } from '../../shared/importing/import-records.ts'
import { layoutFor } from '../../shared/importing/layout/guess.ts'
import { mappingOf } from '../../shared/importing/layout/mapping-of.ts'
import { openFile } from '../../shared/importing/opening/open-file.ts'
import { planImport } from '../../shared/importing/plan.ts'
import type { Sheet } from '../../shared/importing/reading/sheet.ts'
import { MemoryCompany } from '../../shared/importing/testing/memory-company.ts'
import { saved, shows } from './feel/house.ts'
import { allTasksDuring } from './feel/trace.ts'
import type { BrowserDevice } from './open/device.ts'
import { inFolder, onDevice, serve } from './open/stage.ts'
import { type BenchFigure, type BenchResult, milliseconds } from './result.ts'

export const name = 'Import'

const ROWS = 100_000
const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const WORDS = { customers: {}, products: {}, organisations: {}, departments: {}, people: {} }

/** A file of 100,000 customers: read, planned and taken in, here and in the browser. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const text = csv()
  return { about: ABOUT, figures: [...(await inNode(text)), ...(await inBrowser(text))] }
}

function csv(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const phone = `+7 9${String(at).padStart(9, '0')}`
    return `${at};Покупатель ${at};${phone};mail${at}@shop.example;Москва, Садовая, ${at}`
  })
  return ['Код;Название;Телефон;Почта;Адрес', ...rows, ''].join('\n')
}

async function inNode(text: string): Promise<BenchFigure[]> {
  const bytes = new TextEncoder().encode(text)
  const parsed = await timed(
    'papaparse alone reads the rows',
    () => Papa.parse(text, { header: true, delimiter: ';', skipEmptyLines: true }).data.length,
  )
  const read = await timed('the file is opened: encoding, separator, rows', () => openFile('c.csv', bytes))
  if ('code' in read.result) throw new Error(read.result.code)
  const [table] = read.result.tables
  if (!table) throw new Error('no table')
  const planned = await timed('all rows are planned, and cut into parts', () => steps(table.sheet))
  return [
    parsed.figure,
    read.figure,
    planned.figure,
    (await timed('SQLite in memory takes the same rows', () => inSqlite(table.sheet))).figure,
  ]
}

function steps(sheet: Sheet): number {
  const layout = layoutFor('customers', sheet, WORDS)
  const mapping = mappingOf({ layout: { ...layout, targets: TARGETS, key: 'Код' }, sheet, choices: {} })
  const plan = planImport(mapping, new Map([[sheet.file, sheet]]), new MemoryCompany(Date.now()), Date.now())
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  return partsOfImport(plan.commands).length
}

const TARGETS = { Название: 'name', Телефон: 'phone', Почта: 'email', Адрес: 'address' }

/** One prepared insert in one transaction, with an index for the key: as fast as it can be. */
function inSqlite({ rows, columns }: Sheet): void {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE customers (key TEXT PRIMARY KEY, name TEXT, phone TEXT, email TEXT, address TEXT)')
  const insert = database.prepare('INSERT INTO customers VALUES (?, ?, ?, ?, ?)')
  database.transaction(() => {
    for (const { cells } of rows) insert.run(columns.map((column) => cells[column]))
  })()
  database.close()
}

async function timed<T>(what: string, deed: () => T | Promise<T>) {
  const began = performance.now()
  const result = await deed()
  return { result, figure: { what: `in Node: ${what}`, value: milliseconds(performance.now() - began) } }
}

function inBrowser(text: string): Promise<BenchFigure[]> {
  return inFolder(async (folder) => {
    const server = await serve(folder)
    const file = join(folder, 'customers.csv')
    await writeFile(file, text)
    try {
      return await onDevice(join(folder, 'profile'), server, (device) => measured(device, file))
    } finally {
      await server.close()
    }
  })
}

async function measured(device: BrowserDevice, file: string): Promise<BenchFigure[]> {
  const { page } = device
  await device.found(OWNER)
  await device.open('/exchange', shows, '.exchange-file')
  await saved(device)
  return [
    ...(await during('the file read, until its columns are shown', page, () => choose(page, file))),
    ...(await during('checked, until the preview', page, () => check(page))),
    ...(await during('taken in, until it is said', page, () => take(page))),
    ...(await during('until all of it is on the server', page, () => saved(device))),
    ...(await during('the whole import undone', page, () => undo(page))),
  ]
}

async function choose(page: Page, file: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Выбрать файл' }).click()
  await (await choosing).setFiles(file)
  await page.getByRole('button', { name: 'Проверить', exact: true }).waitFor()
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Проверить', exact: true }).click()
  await page.getByRole('button', { name: /^Принять 100\s?000/ }).waitFor()
}

async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Принять 100\s?000/ }).click()
  await page.getByText(/^Создано: 100\s?000/).waitFor()
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Отменить весь импорт' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Отменено/ })
    .waitFor()
}

async function during(what: string, page: Page, deed: () => Promise<void>): Promise<BenchFigure[]> {
  const began = performance.now()
  const tasks = await allTasksDuring(page, deed)
  const took = performance.now() - began
  const longest = Math.max(0, ...tasks.page)
  return [
    { what, value: milliseconds(took) },
    {
      what: `${what}: longest task of the page`,
      value: milliseconds(longest),
      target: 'under 50 ms',
      held: longest < 50,
    },
  ]
}

const ABOUT = `A CSV file of ${ROWS} customers with name, phone, mail and address. In Node the steps by themselves, beside papaparse reading the same text and SQLite in memory
taking the same rows in one transaction with a prepared statement; in the browser what a person waits for, with a server on the same machine. Tasks are those of the page's main thread in
a trace; Playwright's own looking at the page is among them.`
