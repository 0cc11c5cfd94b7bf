import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { SimulatedPhone } from '../../agents/telephony/testing/phone.ts'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { AgentsProcess } from '../support/agents.ts'
import { pairPhone } from '../support/calls/paired-phone.ts'
import { startServer } from '../support/server.ts'
import { BrowserDevice } from './open/device.ts'
import { type BenchResult, below, median, milliseconds, quantile } from './result.ts'

export const name = 'A call: from the phone to its window in a browser'

const CALLS = 100
/** The first calls find the program cold. */
const WARMING = 5
const WINDOW = '.calls article'

/** Server, agents and browser are processes of their own; the phone is this one. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  await using server = await startServer({ args: ['--demo'] })
  const agents = new AgentsProcess(['--url', server.url, '--data', server.data])
  await agents.start()
  const folder = await mkdtemp(join(tmpdir(), 'voronka-window-'))
  const device = await BrowserDevice.start(join(folder, 'profile'), server.url)
  try {
    const email = DEMO_USERS[0]?.email ?? ''
    const phone = await pairPhone(server, email, 'bench')
    await device.enter({ email, password: DEMO_PASSWORD })
    await device.open('/customers', () => document.querySelectorAll('tr.table-row').length > 5, '')
    const shown: number[] = []
    for (let i = 0; i < CALLS + WARMING; i++) shown.push(await ring(device.page, phone, i))
    const counted = shown.slice(WARMING)
    return {
      about: ABOUT,
      figures: [
        {
          what: `from the phone’s POST to the window on the screen, median of ${CALLS}`,
          value: milliseconds(median(counted)),
        },
        below('the same, p95', quantile(counted, 0.95), 'ms', 200),
        { what: 'the same, at most', value: milliseconds(Math.max(...counted)) },
      ],
    }
  } finally {
    await device.close()
    await agents.stop()
    await rm(folder, { recursive: true })
  }
}

/** One call rings and is missed; how long its window took to be there, ms. */
async function ring(page: Page, phone: SimulatedPhone, at: number): Promise<number> {
  const call = `bench ${at}`
  await page.evaluate(watch, WINDOW)
  const began = Date.now()
  await phone.report({ call, what: 'ringing', direction: 'in', number: `+7916${1_000_000 + at}` })
  const took = (await page.evaluate(seenAt)) - began
  await phone.report({ call, what: 'missed' })
  await page.waitForFunction((selector) => document.querySelector(selector) === null, WINDOW)
  return took
}

/** In the page: when the window was painted first, by the machine's clock, ms. */
interface Watching {
  seen?: Promise<number>
}

function watch(selector: string): void {
  const { promise, resolve } = Promise.withResolvers<number>()
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))
  })
  observer.observe(document.body, { childList: true, subtree: true })
  ;(globalThis as Watching).seen = promise
}

function seenAt(): Promise<number> {
  return (globalThis as Watching).seen ?? Promise.reject(new Error('nobody watches'))
}

const ABOUT = `A phone reports by HTTP that it rings, one call after the other; a browser in which its owner works shows the window. Server, all agents, browser
and phone are on one machine. From before the report is sent until the frame in which the window stands is painted.`
