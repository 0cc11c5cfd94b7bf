import { COMMON } from '../../../shared/documents/families.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

/** The demo company's plan of 2015 (shared/demo/plans). */
const PLAN = `/plans/${derivedId(COMMON, startOfDay('2015-02-01', 'Europe/Moscow'), 'demo', 'plan-kitchens')}`

/** A cell of the plan's table, by its row and the place of its period. */
function cell({ page }: Device, row: string, period: number) {
  return page.locator('.grid-row').filter({ hasText: row }).locator('.grid-cell').nth(period)
}

async function type(device: Device, [row, period]: readonly [string, number], text: string): Promise<void> {
  await cell(device, row, period).click()
  await device.page.keyboard.type(text)
  await device.page.keyboard.press('Enter')
}

test('PN4: two people fill one plan, one of them offline, one row of it and one column; both keep', async ({
  world,
}) => {
  const [a, b] = await Promise.all([world.at(PLAN, ABDULOV), world.signedIn(VEDERKIN)])
  await b.open(PLAN)
  for (const device of [a, b]) await expect(cell(device, 'Модули', 1)).toContainText('3 097 003,00')
  await Promise.all([a.ready(), a.saved(), b.saved()])
  a.line.cut()
  await type(a, ['Модули', 2], '1500000,50')
  await a.unsent()
  await a.page.reload()
  await expect(cell(a, 'Модули', 2)).toContainText('1 500 000,50')
  await type(b, ['Модули', 0], '2100000')
  await type(b, ['Бытовая техника', 2], '900000')
  await b.saved()
  a.line.restore()
  await a.saved()
  for (const device of [a, b]) {
    await expect(cell(device, 'Модули', 0)).toContainText('2 100 000,00')
    await expect(cell(device, 'Модули', 2)).toContainText('1 500 000,50')
    await expect(cell(device, 'Бытовая техника', 2)).toContainText('900 000,00')
    await expect(device.page.getByRole('grid')).toContainText('10 509 373,50')
  }
})
