import { RUSSIAN_DAYS } from '../../../shared/company/workdays/russia.ts'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

const OF_2027 = RUSSIAN_DAYS.filter(({ date }) => date.startsWith('2027'))

test('the week and special days are set offline, a year is taken in at once and undone, and the calendar names the days', async ({
  world,
}) => {
  const device = await world.at('/settings/working-time', OWNER)
  const { page } = device
  await device.ready()
  device.line.cut()
  const main = page.getByRole('main')
  const days = main.getByRole('list', { name: 'Особые дни 2027' }).getByRole('listitem')
  const friday = main.getByLabel('пятница, до', { exact: true })
  await fillIn(main, 'пятница, до', '25')
  await expect(main.getByRole('alert')).toBeVisible()
  await fillIn(main, 'пятница, до', '17')
  await expect(friday).toHaveValue('17:00')
  await expect(main.getByRole('alert')).toHaveCount(0)

  const told = await days.count()
  await fillIn(main, 'Дата', '06.01.2027')
  await main.getByLabel('Как называется', { exact: true }).fill('День замеров')
  await page.keyboard.press('Enter')
  await expect(days).toHaveCount(told + 1)
  await expect(main).toContainText('31.12.2027')
  await main.getByRole('button', { name: /Взять производственный календарь России на 2027/ }).click()
  // The demo company's own days may be among those of the year.
  await expect.poll(() => days.count()).toBeGreaterThanOrEqual(OF_2027.length)
  await expect(main.getByRole('textbox', { name: 'Как называется 06.01.2027' })).toHaveValue('День замеров')
  expect(await serious(page)).toEqual([])
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).last().click()
  await expect(days).toHaveCount(told + 1)

  await device.open('/calendar?view=month&date=2027-01-10')
  await expect(page.locator('.day-name').filter({ hasText: 'День замеров' })).toHaveCount(1)
  device.line.restore()
  await device.saved()

  const other = await world.at('/settings/working-time', VIEWER, PHONE)
  await expect(other.page.getByText('Изменять может владелец или администратор.')).toBeVisible()
  await expect(other.page.getByRole('textbox', { name: 'Дата' })).toHaveCount(0)
  await other.page.getByRole('radio', { name: '2027' }).check({ force: true })
  await expect(other.page.getByLabel('Как называется 06.01.2027')).toHaveValue('День замеров')
  expect(await spilled(other.page)).toEqual([])
  expect(await serious(other.page)).toEqual([])
})
