import { test as base } from '@playwright/test'
import { Host } from '../../../support/host/host.ts'
import type { TestServer } from '../../../support/server.ts'
import { dropFolder, foundDemo, freshFolder } from './demo-folder.ts'
import { type Device, newDevice, type Screen } from './device.ts'

/** A company on a server of the test's own, and devices in front of it. */
export interface World {
  readonly server: TestServer
  device(screen?: Screen): Promise<Device>
  /** A device on which somebody of the demo company has signed in, at a path. */
  at(path: string, email: string, screen?: Screen): Promise<Device>
  /** The same, in the list of work orders. */
  signedIn(email: string, screen?: Screen): Promise<Device>
}

/** People of the demo company that tests act as. */
export const OWNER = 'gromova@assol.example'
export const ABDULOV = 'abdulov@assol.example'
export const VEDERKIN = 'vederkin@assol.example'
export const VIEWER = 'kuzmin@assol.example'

/** The list in which most tests begin. */
const LIST = '/orders/work'

/** What the server begins with: the demo company unless a test says otherwise. */
interface Fixtures {
  readonly company: 'demo' | 'none'
  /** Under what address people reach the server; null: it was not told. */
  readonly address: string | null
  readonly world: World
}

/** The demo company's data folder, of which each test has a copy; and the process in which one test's server runs after another's. */
interface Shared {
  readonly demo: string
  readonly host: Host
}

export const test = base.extend<Fixtures, Shared>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const demo = await foundDemo()
      await use(demo)
      await dropFolder(demo)
    },
    { scope: 'worker' },
  ],
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const host = new Host()
      await use(host)
      await host.end()
    },
    { scope: 'worker' },
  ],
  company: ['demo', { option: true }],
  address: [null, { option: true }],
  world: async ({ browser, company, address, demo, host }, use) => {
    const data = await freshFolder(company === 'demo' ? demo : undefined)
    const server = await host.serve(data, address === null ? [] : ['--address', address])
    const devices: Device[] = []
    const device: World['device'] = async (screen) => {
      const fresh = await newDevice(browser, server.port, screen)
      devices.push(fresh)
      return fresh
    }
    const at: World['at'] = async (path, email, screen) => {
      const fresh = await device(screen)
      await fresh.enter(email, path)
      return fresh
    }
    const signedIn: World['signedIn'] = (email, screen) => at(LIST, email, screen)
    await use({ server, device, at, signedIn })
    for (const one of devices) await one.close()
    await server.close()
    await dropFolder(data)
  },
})

/** What is walked as most people have it, with all that moves: `test.use(MOVING)`. The other tests wait for no motion. */
export const MOVING = { contextOptions: { reducedMotion: 'no-preference' } } as const

export { expect } from '@playwright/test'
