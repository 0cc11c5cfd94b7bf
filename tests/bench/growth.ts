import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStorage } from '../../sync-server/storage/sqlite/open.ts'
import { packed } from '../../sync-server/sync/upkeep/compact.ts'
import { inCopy, type Size } from './growth/folder.ts'
import { crm, type Took } from './growth/process.ts'
import { searches } from './growth/searches.ts'
import { GROWN, megabytes, SEARCHED } from './growth/sizes.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, told } from './result.ts'

export const name = 'Growth of a data folder'

const FILE = 'voronka.sqlite'
const WRITES = 50

/** What is done with a data folder, as it grows. */
export async function run(): Promise<BenchResult> {
  const figures: BenchFigure[] = []
  for (const size of GROWN) {
    figures.push(...told(await inCopy(size, (data) => stored(size, data))))
    figures.push(...told(await inCopy(size, (data) => kept(size, data))))
  }
  for (const size of SEARCHED) figures.push(...told(await inCopy(size, (data) => searches(size, data))))
  return { about: ABOUT, figures }
}

/** On the disk, written to, packed. */
async function stored(size: Size, data: string): Promise<BenchFigure[]> {
  const title = titleOf(size)
  const storage = await openStorage(data)
  const orders = async () => (await storage.documents()).filter(({ document }) => document.includes('/orders/'))
  const before = await orders()
  const row = { document: before.at(-1)?.document ?? '', user: 'bench', replica: 'bench', update: NOTHING, audit: [] }
  const writes = await timesOf(WRITES, () => storage.append({ rows: [{ ...row, at: Date.now() }], numbers: [] }, NONE))
  const packings: number[] = []
  for (const { document } of before) {
    const from = await storage.load(document)
    const began = performance.now()
    const state = packed(from, 'bench1')
    await storage.pack(document, from, { generation: 'bench1', state })
    packings.push(performance.now() - began)
  }
  const after = await orders()
  await storage.close()
  return [
    { what: `${title}: the folder, with the whole trail and every write kept`, value: megabytes(await sizeOf(data)) },
    { what: `${title}: of that documents, every write kept`, value: megabytes(sum(before.map(({ size }) => size))) },
    { what: `${title}: the same, packed`, value: megabytes(sum(after.map(({ size }) => size))) },
    { what: `${title}: packing a quarter, median`, value: milliseconds(median(packings)) },
    { what: `${title}: one write of the current quarter on the disk, median`, value: milliseconds(median(writes)) },
  ]
}

const NOTHING = Uint8Array.of(0, 0)
const NONE = () => []

/** Looked through, backed up, restored, exported by command. */
async function kept(size: Size, data: string): Promise<BenchFigure[]> {
  const [title, bytes] = [titleOf(size), await sizeOf(data)]
  const [backups, out, into] = ['backups', 'out', 'into'].map((folder) => join(data, '..', folder)) as [
    string,
    string,
    string,
  ]
  const figure = (what: string, { ms, memory }: Took): BenchFigure => ({
    what: `${title}: \`crm ${what}\`: time, of the folder per second, most memory`,
    value: `${(ms / 1000).toFixed(1)} s, ${megabytes(bytes / (ms / 1000))}, ${megabytes(memory)}`,
  })
  const verified = figure('verify', await crm('verify', '--data', data))
  const copied = copyPlainly(data, join(data, '..', 'plain.sqlite'))
  const made = figure('backup', await crm('backup', '--data', data, '--to', backups))
  const [backup = ''] = await readdir(backups)
  await mkdir(into)
  const restored = figure('restore', await crm('restore', '--from', join(backups, backup), '--data', into))
  const exported = figure('export', await crm('export', '--data', data, '--to', out))
  const plain = { what: `${title}: SQLite's \`VACUUM INTO\` alone`, value: `${(copied / 1000).toFixed(1)} s` }
  return [verified, made, plain, restored, exported]
}

/** What a backup is made by, without reading it through and its sums, ms. */
function copyPlainly(data: string, to: string): number {
  const began = performance.now()
  const database = new Database(join(data, FILE), { readonly: true })
  database.prepare('VACUUM INTO ?').run(to)
  database.close()
  return performance.now() - began
}

async function timesOf(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return times
}

async function sizeOf(data: string): Promise<number> {
  return (await stat(join(data, FILE))).size
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}

function titleOf({ orders }: Size): string {
  return `${orders.toLocaleString('en')} orders`
}

const ABOUT = `The data folder of a company, in SQLite. Each order was created, then written to 20 times and moved 4 times by three replicas, by
commands, and every write stands in the audit trail. One quarter of 5,000 was made so, and one whose orders stay open for the last; the others are the same orders under ids
of their own. Commands are whole processes; their memory is the most that was in the machine (RSS). Packing and one write are what the server does, in the bench's own process.
Searches go by the server's own route, a page of 100 as the screen asks for it; the plain ones ask the same lines of the same file in one statement.`
