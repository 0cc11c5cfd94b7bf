import { test as base } from '@playwright/test'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Device, newDevice } from './device.ts'

/** A company on a server of the test's own, and devices in front of it. */
export interface World {
  readonly server: TestServer
  device(viewport?: { readonly width: number; readonly height: number }): Promise<Device>
  /** A device on which somebody of the demo company has signed in. */
  signedIn(email: string, viewport?: { readonly width: number; readonly height: number }): Promise<Device>
}

/** People of the demo company that tests act as. */
export const OWNER = 'gromova@assol.example'
export const ABDULOV = 'abdulov@assol.example'
export const VEDERKIN = 'vederkin@assol.example'
export const VIEWER = 'kuzmin@assol.example'

/** `company`: what the server begins with; the demo company unless a test says otherwise. */
interface Fixtures {
  readonly company: 'demo' | 'none'
  readonly world: World
}

export const test = base.extend<Fixtures>({
  company: ['demo', { option: true }],
  world: async ({ browser, company }, use) => {
    const server = await startServer({ args: company === 'demo' ? ['--demo'] : [] })
    const devices: Device[] = []
    const device: World['device'] = async (viewport) => {
      const fresh = await newDevice(browser, server.port, viewport)
      devices.push(fresh)
      return fresh
    }
    const signedIn: World['signedIn'] = async (email, viewport) => {
      const fresh = await device(viewport)
      await fresh.signIn(email)
      return fresh
    }
    await use({ server, device, signedIn })
    for (const one of devices) await one.close()
    await server.close()
  },
})

export { expect } from '@playwright/test'
