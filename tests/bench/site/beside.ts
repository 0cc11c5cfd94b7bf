import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOT } from '../../../sync-server/site/testing/samples.ts'
import { inFolder } from '../open/stage.ts'
import { type BenchFigure, median, milliseconds } from '../result.ts'
import { startProgram } from '../sync/program.ts'
import type { BenchDoor } from './door.ts'
import type { Kind } from './kinds.ts'
import { HttpLine, request } from './line.ts'
import { type Asked, type Load, load, loadOnce } from './load.ts'

export const ROUNDS = 5
/** Of each load of a round, ms. */
const [WARM, ROUND] = [300, 1500]

/** Ours, a file as large of the same server, and bare node:http. */
type Sides<T> = Readonly<Record<'ours' | 'file' | 'bare', T>>

/** A kind of page or form, beside what the same bytes cost at least; in turns. */
export function beside(kind: Kind, door: BenchDoor): Promise<BenchFigure[]> {
  return inFolder((folder) => besideIn(folder, kind, door))
}

async function besideIn(folder: string, kind: Kind, door: BenchDoor): Promise<BenchFigure[]> {
  const page = await bodyOf(kind.page, door.port)
  const path = `/picture/${await door.putPicture(padded(page.length))}`
  const bare = await startBare(folder, page)
  const isForm = kind.status === 303
  const sides: Sides<Asked> = {
    ours: { ...kind, port: door.port },
    file: { ...kind, port: door.port, status: 200, request: (n) => request(path, { from: n }) },
    bare: { ...kind, port: bare.port, ...(!isForm && { request: (n) => request('/page', { from: n }) }) },
  }
  try {
    const made = await firstTime(kind, sides.ours)
    const loads = await inTurns(sides, () => (isForm ? door.settle() : Promise.resolve()))
    return [...made, ...figuresOf(kind, page.length, loads)]
  } finally {
    await bare.close()
  }
}

async function firstTime({ name, first }: Kind, asked: Asked): Promise<BenchFigure[]> {
  if (first === undefined) return []
  const perSecond = await loadOnce(asked, first)
  return [{ what: `${name}, made when they are asked for first: requests a second`, value: perSecond.toFixed(0) }]
}

async function inTurns(sides: Sides<Asked>, settle: () => Promise<void>): Promise<Sides<readonly Load[]>> {
  const loads: Sides<Load[]> = { ours: [], file: [], bare: [] }
  let n = 0
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of ['ours', 'file', 'bare'] as const) {
      const { next, ...measured } = await load(sides[side], round === 0 ? WARM : ROUND, n)
      n = next
      if (round > 0) loads[side].push(measured)
      await settle()
    }
  }
  return loads
}

function figuresOf(
  { name, status, rate }: Kind,
  size: number,
  { ours, file, bare }: Sides<readonly Load[]>,
): BenchFigure[] {
  const peer = status === 303 ? 'bare node:http that writes the form into SQLite' : 'bare node:http, the same bytes'
  const title = `${name} (${(size / 1000).toFixed(1)} kB)`
  const ratios = (others: readonly Load[]) =>
    median(ours.map(({ perSecond }, i) => perSecond / (others[i]?.perSecond ?? 0)))
  return [
    { what: `${title}: requests a second; p95 at ${rate} a second`, value: inWords(ours) },
    { what: `${title}: a file of that size, the same server`, value: inWords(file) },
    { what: `${title}: ${peer}`, value: inWords(bare) },
    {
      what: `${title}: beside the file, beside node:http`,
      value: `${ratios(file).toFixed(2)} ×, ${ratios(bare).toFixed(2)} ×`,
    },
  ]
}

function inWords(loads: readonly Load[]): string {
  const [perSecond, p95] = [median(loads.map((one) => one.perSecond)), median(loads.map((one) => one.p95))]
  return `${perSecond.toFixed(0)}; ${milliseconds(p95)}`
}

async function bodyOf(page: string, port: number): Promise<Buffer> {
  const line = await HttpLine.to(port)
  const { bytes } = await line.ask(page)
  line.close()
  return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4)
}

/** A picture that takes so many bytes: what stands behind its end nobody looks at. */
function padded(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(size, DOT.length))
  bytes.set(DOT)
  return bytes
}

async function startBare(folder: string, page: Uint8Array) {
  await writeFile(join(folder, 'page'), page)
  return startProgram(join(import.meta.dirname, 'bare.ts'), folder)
}
