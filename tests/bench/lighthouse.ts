import { createServer } from 'node:net'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { BOARD, type House, hasRows, inHouse, LIST } from './feel/house.ts'
import { type Scores, scoresOf } from './lighthouse/scores.ts'
import type { BenchFigure, BenchResult } from './result.ts'

export const name = 'Lighthouse'

const ORDERS = 10_000

/** Lighthouse's scores of the screens of somebody who is signed in. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const figures = await inHouse(ORDERS, (_device, found) => found(), scores)
  return { about: ABOUT, figures }
}

async function scores(house: House): Promise<BenchFigure[]> {
  const port = await freePort()
  return house.on(async (device) => {
    await device.open(LIST, hasRows, '')
    await device.page.locator('tr.table-row').nth(1).click()
    await device.page.getByRole('complementary').waitFor()
    const card = new URL(device.page.url()).pathname
    const figures: BenchFigure[] = []
    for (const [what, path] of Object.entries({ list: LIST, board: BOARD, card, funnel: '/funnel' })) {
      const desktop = await scoresOf(house.server.url + path, port, 'desktop')
      const mobile = await scoresOf(house.server.url + path, port, 'mobile')
      figures.push(scored(what, desktop), { what: `${what}, mobile`, value: inWords(mobile) })
    }
    return figures
  }, port)
}

function scored(what: string, found: Scores): BenchFigure {
  const held = Object.values(found).every((score) => score >= 95)
  return { what: `${what}, desktop`, value: inWords(found), target: 'each at least 95', held }
}

function inWords(found: Scores): string {
  return `${found.performance} · ${found.accessibility} · ${found['best-practices']}`
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('No port is free')
  return address.port
}

const ABOUT = `Performance · accessibility · best practices of a page that is signed in and has ${ORDERS} orders in the browser's store, by
Lighthouse 13 with its own presets: desktop, and a phone on a slow line with a processor four times slower.`
