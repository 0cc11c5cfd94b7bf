import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import type { UserList } from '../../shared/accounts/api.ts'
import { OrderCard } from './support/order-card.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN } from './support/world.ts'

/** An update that writes a customer's note in the name of a replica that is not this device's. */
function foreignWrite(): number[] {
  const doc = new Y.Doc()
  const id = 'common-01a20a10-b890-7291-bb8b-c7843518a25d'
  doc.getMap('customers').set(`${id}/note#ZZZZ`, '0mwtpmd21000ZZZZ "чужое"')
  return [...Y.encodeStateAsUpdate(doc)]
}

/** Puts an update into what the device keeps of the customers, behind the program's back. */
async function tamper(page: Page, update: number[]): Promise<void> {
  await page.evaluate(async (bytes) => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.endsWith('/customers/common'))
    const opening = indexedDB.open(found?.name ?? '')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const transaction = opening.result.transaction(['updates'], 'readwrite')
    transaction.objectStore('updates').add(new Uint8Array(bytes))
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    opening.result.close()
  }, update)
}

test('a device whose copy the server refuses fetches it anew, keeps its own writes, and goes on syncing', async ({
  world,
}) => {
  const [device, other] = await Promise.all([world.signedIn(ABDULOV), world.signedIn(VEDERKIN)])
  await device.open('/customers')
  await device.page.getByRole('row').nth(1).click()
  const note = device.page.getByRole('complementary').getByLabel('Примечание')
  await expect(note).toBeVisible()
  await Promise.all([device.ready(), device.saved()])
  const path = new URL(device.page.url()).pathname
  await other.open(path)

  device.line.cut()
  await note.fill('написано без сети')
  await note.blur()
  await expect(device.page.getByRole('status').filter({ hasText: 'ждет сети' })).toBeVisible()
  await tamper(device.page, foreignWrite())
  await device.page.goto('about:blank')
  device.line.restore()
  await device.open(path)
  await device.saved()
  await expect(note).toHaveValue('написано без сети')
  await expect(other.page.getByRole('complementary').getByLabel('Примечание')).toHaveValue('написано без сети')
  expect(world.server.log.some((line) => line.includes('update-foreign-replica'))).toBe(true)

  await note.fill('и дальше пишется')
  await note.blur()
  await device.saved()
  await expect(other.page.getByRole('complementary').getByLabel('Примечание')).toHaveValue('и дальше пишется')
})

test('writes of somebody who may no longer write stand under «Не принято» with the reason; all else goes on', async ({
  world,
}) => {
  const [manager, owner] = await Promise.all([world.signedIn(ABDULOV), world.signedIn(OWNER)])
  await manager.open('/orders/work')
  await manager.page.getByRole('row').nth(2).click()
  const card = new OrderCard(manager.page)
  await expect(card.field('Контакт')).toBeVisible()
  await Promise.all([manager.ready(), manager.saved()])
  const path = new URL(manager.page.url()).pathname

  manager.line.cut()
  await card.set('Контакт', 'после увольнения')
  await expect(manager.page.getByRole('status').filter({ hasText: 'ждет сети' })).toBeVisible()
  const { users } = (await (await owner.page.request.get(`${owner.url}/api/users`)).json()) as UserList
  const user = users.find(({ email }) => email === ABDULOV)
  const patched = await owner.page.request.patch(`${owner.url}/api/users/${user?.user}`, {
    data: { role: 'viewer' },
    headers: { origin: owner.url },
  })
  expect(patched.ok()).toBe(true)
  manager.line.restore()

  const refused = manager.page.getByRole('status').getByRole('button', { name: /Не принято: 1/ })
  await refused.click()
  const dialog = manager.page.getByRole('dialog', { name: 'Не принято' })
  await expect(dialog).toContainText('contact')
  await owner.open(path)
  await expect(new OrderCard(owner.page).field('Контакт')).not.toHaveValue('после увольнения')
  await new OrderCard(owner.page).set('Источник', 'жизнь идет')
  await dialog.getByRole('button', { name: 'Понятно, убрать' }).click()
  await manager.saved()
  await card.expects('Источник', 'жизнь идет')
})
