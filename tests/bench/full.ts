import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { saved, shows } from './feel/house.ts'
import { ABOUT_RECORDS, madeFull, OF_ONE } from './full/records.ts'
import type { BrowserDevice } from './open/device.ts'
import { furnish, inFolder, onDevice, serve } from './open/stage.ts'
import { type BenchFigure, type BenchResult, below, megabytes, told } from './result.ts'

export const name = 'A full device'

const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const PER_QUARTER = 5_000
/** The data worker's objects and array buffers, bytes. */
const MOST = 400e6
/** A timeline, from its tab’s press. */
const SOON = 500

/** The data worker's memory with all that a company has after five years, and from asking to painted, in Chromium. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const { made, customer } = madeFull()
  return inFolder(async (folder) => {
    const server = await serve(folder)
    const profile = join(folder, 'profile')
    try {
      await onDevice(profile, server, (device) => device.found(OWNER))
      await furnish(server, made, PER_QUARTER, 4)
      await onDevice(profile, server, fetched)
      const figures = await onDevice(profile, server, (device) => measured(device, customer))
      return { about: ABOUT, figures }
    } finally {
      await server.close()
    }
  })
}

async function fetched(device: BrowserDevice): Promise<void> {
  await device.open('/events', shows, 'tbody tr')
  await saved(device)
  await device.stored()
}

async function measured(device: BrowserDevice, customer: string): Promise<readonly BenchFigure[]> {
  const { page } = device
  const figures: BenchFigure[] = []
  const tell = (more: BenchFigure) => figures.push(...told([more]))
  await device.open(`/customers/${customer}`, shows, '[role=tab]')
  await saved(device)
  tell(heap('data worker, before anybody has searched', await device.workerHeap()))
  await page.getByRole('tab', { name: 'События' }).waitFor()
  const timeline = await painted(page, '[role=tab]', 'События', '.timeline-past li')
  tell(below(`timeline of ${OF_ONE} entries, from its tab’s press to painted`, timeline, 'ms', SOON))
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('столешница дуб')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  // All of it is indexed while nobody asks: what is found is counted over all quarters.
  await page.getByRole('dialog').getByText('12200').waitFor()
  tell(heap('data worker, all of it indexed', await device.workerHeap()))
  return figures
}

function heap(what: string, bytes: number): BenchFigure {
  return { what, value: megabytes(bytes), target: 'under 400 MB', held: bytes < MOST }
}

/** Presses what is called so, and gives the time until other elements of a sort are painted than stood there, ms. */
function painted(page: Page, sort: string, called: string, awaited: string): Promise<number> {
  return page.evaluate(
    async ([sort, called, awaited]) => {
      const nameOf = (one: Element) => one.getAttribute('aria-label') ?? one.textContent ?? ''
      const pressed = [...document.querySelectorAll<HTMLElement>(sort)].find((one) => nameOf(one).startsWith(called))
      if (!pressed) throw new Error(`Nothing is called ${called}`)
      const stood = document.querySelector(awaited)
      const frame = () => new Promise(requestAnimationFrame)
      const began = performance.now()
      pressed.click()
      do await frame()
      while (performance.now() - began < 30_000 && [null, stood].includes(document.querySelector(awaited)))
      await frame()
      return performance.now() - began
    },
    [sort, called, awaited] as const,
  )
}

const ABOUT = `${ABOUT_RECORDS} stand in the browser's store, each packed into one text; ${OF_ONE} of the events are of one customer. The server runs on the same
machine. Memory is the data worker's, objects and array buffers, after a forced collection. Painted: until the frame after the one that first has it.`
