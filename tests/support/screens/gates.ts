import type { Page } from '@playwright/test'
import type { DeviceList } from '../../../shared/accounts/api.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { choose, expect, type Screen, said, visible } from './screen.ts'
import { type Staged, WALKER, WITH_CODE } from './staged.ts'

async function heading(page: Page, path: PlainPath): Promise<void> {
  await expect(page.getByRole('heading', { name: await said(page, path) })).toBeVisible()
}

/** The page is opened as if it came over plain HTTP from another computer. */
async function insecure(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Page.enable')
  const source = "Object.defineProperty(window, 'isSecureContext', { value: false })"
  const { identifier } = await line.send('Page.addScriptToEvaluateOnNewDocument', { source })
  await page.reload()
  await heading(page, 'account.insecure.title')
  await line.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })
}

/** Closes the other tabs, which a screen before this one was staged by. */
async function alone(page: Page): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close()
}

/** Another tab, of an older build, holds the account's data. */
async function held(page: Page): Promise<void> {
  await visible('#root tr.table-row')(page)
  const address = page.url()
  const other = await page.context().newPage()
  await other.goto(new URL('/healthz', address).href)
  // Of the company and the account; what is kept of the screen has a lock, too.
  const name = await other.evaluate(async () => {
    const { held: locks = [] } = await navigator.locks.query()
    return locks.find((lock) => /^voronka\/[^/]+\/[^/]+$/.test(lock.name ?? ''))?.name ?? ''
  })
  expect(name).not.toBe('')
  await page.goto('about:blank')
  // It is given when the page's own worker has ended.
  await other.evaluate((lock) => {
    const forEver = () => new Promise(() => undefined)
    return new Promise<void>((resolve) => {
      void navigator.locks.request(lock, () => {
        resolve()
        return forEver()
      })
    })
  }, name)
  await page.goto(address)
  await heading(page, 'account.held.title')
}

/** Signs out in another tab. */
async function ended(page: Page): Promise<void> {
  await alone(page)
  await visible('#root tr.table-row')(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('#root .user-button').click()
  await choose(other, 'shell.user.signOut')
  await heading(page, 'account.ended.title')
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(DEMO_PASSWORD)
  await page.locator('button[type=submit]').click()
}

/** Signs in again; then the data on this device are to be wiped, as somebody says from another. */
async function wiped(page: Page, { asOwner }: Staged): Promise<void> {
  await alone(page)
  await signIn(page, WALKER)
  await visible('#root tr.table-row')(page)
  const online = async () => {
    const { devices } = (await (await asOwner('GET', '/api/devices')).json()) as DeviceList
    return devices.filter((one) => one.online)
  }
  await expect.poll(online).not.toEqual([])
  for (const { id } of await online()) await asOwner('POST', `/api/devices/${id}/wipe`)
  await heading(page, 'account.wiped.title')
}

/** The server cannot be reached, and nobody is signed in. */
async function unreachable(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await heading(page, 'account.unreachable.title')
  await page.unroute('**/api/**')
}

async function code(page: Page): Promise<void> {
  await signIn(page, WITH_CODE)
  await heading(page, 'account.code.title')
}

const password = visible('input[type=password]')

/** Pages outside of the frame, in this order: somebody is signed in at the first, nobody at the last. */
export const GATES: readonly Screen[] = [
  { name: 'invitation', path: ({ invitation }) => invitation, shown: password },
  { name: 'invitation gone', path: '/invitation/nothing', shown: visible('main .lone-card p') },
  { name: 'insecure', path: '/orders/work', shown: insecure },
  { name: 'held', path: '/orders/work', shown: held },
  { name: 'ended', path: '/orders/work', shown: ended },
  { name: 'wiped', path: '/orders/work', shown: wiped },
  { name: 'unreachable', path: '/orders/work', shown: unreachable },
  { name: 'sign-in', path: '/orders/work', shown: password },
  { name: 'code', path: '/orders/work', shown: code },
]
