import { expect } from 'vitest'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import type { TestServer } from '../../support/server.ts'
import { serviceDevice, setUpKind } from './company.ts'
import { Writer } from './writer.ts'

const WRITERS = 4
const PATIENCE = { timeout: 30_000 }

/** Devices that write orders of one quarter, all at once. */
export class Crowd {
  readonly writers: readonly Writer[]

  private constructor(writers: readonly Writer[]) {
    this.writers = writers
  }

  /** Brings the devices to a server that nobody has written to. */
  static async gather(server: TestServer, random: () => number): Promise<Crowd> {
    await setUpKind(server)
    const writers: Writer[] = []
    for (let i = 0; i < WRITERS; i++) {
      const device = await serviceDevice(server, 'agents')
      await device.synced('setup')
      writers.push(new Writer(device, random))
    }
    return new Crowd(writers)
  }

  /** How many writes were said to be saved. */
  get told(): number {
    return this.writers.reduce((sum, { told }) => sum + told.size, 0)
  }

  /** Resolves when all have the server's state. */
  async synced(): Promise<void> {
    await expect.poll(() => this.writers.every(({ held }) => held.provider.isSynced), PATIENCE).toBe(true)
  }

  /** Resolves when the server has said to all that all of theirs is saved. */
  async saved(): Promise<void> {
    await expect.poll(() => this.writers.map(({ waiting }) => waiting), PATIENCE).toEqual(this.writers.map(() => 0))
  }

  /** Resolves when more was said to be saved than so many writes. */
  async toldMore(than: number): Promise<void> {
    await expect.poll(() => this.told, PATIENCE).toBeGreaterThan(than)
  }

  /** Resolves when every device has all that the server has; nobody writes meanwhile. */
  async alike(server: TestServer): Promise<void> {
    const reader = await serviceDevice(server, 'agents')
    const { doc } = await reader.synced(QUARTER)
    const there = doc.getMap('orders').toJSON()
    reader.close()
    for (const { held } of this.writers)
      await expect.poll(() => held.doc.getMap('orders').toJSON(), PATIENCE).toEqual(there)
  }

  start(): void {
    for (const writer of this.writers) writer.start()
  }

  stop(): void {
    for (const writer of this.writers) writer.stop()
  }

  close(): void {
    this.stop()
    for (const { device } of this.writers) device.close()
  }
}
