import { join } from 'node:path'
import type { TestServer } from '../../support/server.ts'
import { makePacked, QUARTERS } from '../open/data-folder.ts'
import type { BrowserDevice } from '../open/device.ts'
import { furnish, inFolder, onDevice, serve } from '../open/stage.ts'

const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
/** In the last four quarters one order in two is open. */
const LATE = 4
export const LIST = '/orders/customer'
export const BOARD = '/orders/customer/board/shop'

/** A server with orders of five years, and a browser that has them all in its store; it is started anew for each use. */
export interface House {
  /** How many orders are open, all of the kind whose board is BOARD. */
  readonly open: number
  readonly server: TestServer
  on<T>(use: (device: BrowserDevice) => Promise<T>, port?: number): Promise<T>
}

/** Builds the house of so many orders, of which in the last `late` quarters one in two is open. `visit` is the browser's first: nobody has signed in there, `found` does so. */
export function inHouse<T>(
  count: number,
  visit: (device: BrowserDevice, found: () => Promise<void>) => Promise<void>,
  use: (house: House) => Promise<T>,
  late = LATE,
): Promise<T> {
  const made = makePacked(count / QUARTERS, late)
  return inFolder(async (folder) => {
    const server = await serve(folder)
    const on: House['on'] = (act, port) => onDevice(join(folder, 'profile'), server, act, port)
    try {
      await on((device) => visit(device, () => device.found(OWNER)))
      await furnish(server, made, count / QUARTERS, late)
      await on(fetchAll)
      return await use({ open: (count / QUARTERS / 2) * LATE, server, on })
    } finally {
      await server.close()
    }
  })
}

async function fetchAll(device: BrowserDevice): Promise<void> {
  await device.open(LIST, hasRows, '')
  await saved(device)
  await device.stored()
}

/** Resolves when everything is read, and the screen says that it is saved. */
export function saved({ page }: BrowserDevice): Promise<void> {
  return page.getByRole('status').filter({ hasText: 'Сохранено на сервере' }).waitFor()
}

/** In the page: whether the list has a row with an order's number. */
export function hasRows(): boolean {
  return [...document.querySelectorAll('tbody tr')].some((row) => /B-\d/.test(row.textContent ?? ''))
}

/** In the page: whether something like that stands on it. */
export function shows(selector: string): boolean {
  return document.querySelector(selector) !== null
}
