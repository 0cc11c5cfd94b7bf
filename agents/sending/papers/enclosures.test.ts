import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PDF_TO_TEXT } from '../../../scripts/papers.ts'
import { organisations } from '../../../shared/company/collections.ts'
import { files } from '../../../shared/files/collections.ts'
import { Assol } from '../../../shared/messages/testing/assol.ts'
import { ORDER } from '../../../shared/orders/testing/shop.ts'
import { type Bytes, type EnclosureGround, enclosuresOf } from './enclosures.ts'

const run = promisify(execFile)
const FILE = ORDER
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-enclosures-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the shop's order and its surroundings give; files are what `bytes` says. */
function groundOf(shop: Assol, bytes: Bytes = 'gone'): EnclosureGround {
  const all = shop.ask((tx) => [tx.get(organisations, 'assol')])
  return {
    order: shop.tell((around) => ({ ...around, organisations: all })),
    find: (collection, id) => shop.ask((tx) => tx.find(collection, id)),
    fetch: async () => bytes,
  }
}

async function wordsIn(pdf: Uint8Array): Promise<string> {
  const file = join(folder, 'paper.pdf')
  await writeFile(file, pdf)
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', file, '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

test('SN9: a paper of the order goes as PDF, called by its title and number, with what its card would print', async () => {
  const made = await enclosuresOf({ papers: ['customer', 'act'], files: [] }, groundOf(new Assol()))
  if ('is' in made) return expect.unreachable(JSON.stringify(made))
  expect(made.map(({ name, type }) => [name, type])).toEqual([
    ['Заказ покупателя № Ч-7KQ2-3 от 21 сентября 2016 г.pdf', 'application/pdf'],
    ['Акт № Ч-7KQ2-3 от 21 сентября 2016 г.pdf', 'application/pdf'],
  ])
  const text = await wordsIn(made[0]?.bytes ?? new Uint8Array())
  for (const said of ['Кухни Ассоль', 'Альфамарт', 'Кухня «Лофт», орех', 'Сборка']) expect(text).toContain(said)
})

test('SN9: a picture that cannot be read is left out, and the paper goes', async () => {
  const shop = new Assol()
  const broken = `data:image/png;base64,${Buffer.from('\u0089PNG\r\n broken').toString('base64')}`
  shop.make('organisations', 'broken', { name: 'x' })
  const ground = groundOf(shop)
  const [own] = ground.order?.organisations ?? []
  if (!own || !ground.order) return expect.unreachable()
  const sealed = {
    ...own,
    pictures: [{ id: 'seal', gone: false, use: 'seal', image: broken }],
  } as unknown as typeof own
  const made = await enclosuresOf(
    { papers: ['act'], files: [] },
    { ...ground, order: { ...ground.order, organisations: [sealed] } },
  )
  expect(made).toMatchObject([{ type: 'application/pdf' }])
})

test('SN9: a file goes under its name; one on its way is waited for; one that is not there fails, by name', async () => {
  const shop = new Assol()
  const bytes = new Uint8Array([1, 2, 3])
  const asked = { papers: [], files: [FILE] }
  const unknown = await enclosuresOf(asked, groundOf(shop, bytes))
  expect(unknown).toMatchObject({ is: 'failed', why: { code: 'fileGone' } })
  shop.do('addFile', {
    id: FILE,
    values: { about: `orders/${ORDER}`, name: 'смета.xlsx', size: 3, type: 'application/zip' },
  })
  expect(await enclosuresOf(asked, groundOf(shop, bytes))).toEqual([
    { name: 'смета.xlsx', type: 'application/zip', bytes },
  ])
  const waits = await enclosuresOf(asked, groundOf(shop, 'notYet'))
  expect(waits).toMatchObject({
    is: 'later',
    of: 'message',
    why: { code: 'awaitsFile', params: { file: 'смета.xlsx' } },
  })
  const lost = await enclosuresOf(asked, groundOf(shop, 'gone'))
  expect(lost).toMatchObject({ is: 'failed', why: { code: 'fileGone', params: { file: 'смета.xlsx' } } })
  shop.do('removeRecord', { collection: files.name, id: FILE })
  expect(await enclosuresOf(asked, groundOf(shop, bytes))).toMatchObject({ is: 'failed' })
})

test('SN9: a paper that nobody knows, or of an order that is not there, fails', async () => {
  const ground = groundOf(new Assol())
  for (const [papers, order] of [
    [['passport'], ground.order],
    [['act'], null],
  ] as const)
    expect(await enclosuresOf({ papers, files: [] }, { ...ground, order })).toMatchObject({
      is: 'failed',
      why: { code: 'fileGone' },
    })
})
