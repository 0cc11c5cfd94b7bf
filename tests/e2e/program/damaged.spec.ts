import { quarterOf } from '../../../shared/documents/quarter.ts'
import { choose } from '../../support/choices.ts'
import { FLIPPED, HALVED, spoilIn } from '../../support/spoil.ts'
import { serious } from '../support/hands/axe.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

const MONTH = 30 * 24 * 3_600_000

const told = ({ page }: Device) => page.getByRole('alert').filter({ hasText: 'npm run crm -- verify' })
const card = ({ page }: Device) => page.getByRole('complementary')

/** Opens the card of a customer of the demo company. */
async function opened(device: Device): Promise<void> {
  await device.page.getByRole('row').filter({ hasText: 'АЛЬФАМАРТ' }).first().click()
  await expect(card(device).getByLabel('Примечание').first()).toBeVisible()
}

/** Spoils the newest quarter that has orders, in a server's data folder. */
function spoilNewest(folder: string): void {
  const now = Date.now()
  const isSpoilt = [now, now - MONTH, now - 3 * MONTH].some((time) =>
    [HALVED, FLIPPED].some((bytes) => spoilIn(folder, `/orders/common/${quarterOf(time)}`, bytes)),
  )
  expect(isSpoilt).toBe(true)
}

test('J15: a quarter that is damaged on the server is told of in words, in both languages, and all else is saved', async ({
  world,
}) => {
  const { server } = world
  const desk = await world.at('/customers', ABDULOV)
  await desk.saved()
  await server.stop()
  spoilNewest(server.data)
  await server.restart()

  await expect(told(desk)).toContainText('Часть данных на диске сервера повреждена. Сообщите владельцу')
  const state = desk.page.getByRole('banner').getByRole('status')
  await expect(state).toContainText('Часть данных сервер не отдает')
  const phone = await world.at('/customers', VEDERKIN, PHONE)
  await expect(told(phone)).toBeVisible()
  await opened(desk)
  await fillIn(card(desk), 'Примечание', 'записано мимо поврежденного')
  await expect(state).toContainText('Часть данных сервер не отдает')
  await opened(phone)
  await expect(card(phone).getByLabel('Примечание').first()).toHaveValue('записано мимо поврежденного')
  for (const device of [desk, phone]) expect(await serious(device.page)).toEqual([])

  await desk.open('/profile')
  await choose(desk.page, 'English')
  await expect(told(desk)).toContainText('Some of the data on the server’s disk are damaged. Tell the owner')
  await expect(state).toContainText('The server does not give some data')
})
