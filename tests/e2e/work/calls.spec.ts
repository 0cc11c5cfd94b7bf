import type { Page } from '@playwright/test'
import { TestPhone } from '../../support/calls/test-phone.ts'
import { serious } from '../support/hands/axe.ts'
import { ABDULOV, expect, test } from '../support/world/world.ts'

const calls = (page: Page) => page.getByRole('region', { name: 'Звонки сейчас' })
const call = (page: Page, name: string) => calls(page).getByRole('article', { name })

test('try', async ({ world }) => {
  const { page } = await world.at('/customers', ABDULOV)
  const phone = await TestPhone.pair(world.server, ABDULOV, 'Мой')
  await page.screenshot({ path: '/tmp/desk10-0.png' })
  await phone.ring({ number: '+74952321320' })
  await expect(call(page, 'Входящий звонок: +7 495 232 13 20')).toBeVisible()
  await page.screenshot({ path: '/tmp/desk10-1.png' })
  await page.keyboard.press('F12')
  await expect(calls(page).getByLabel('Кто звонит')).toBeVisible()
  await page.screenshot({ path: '/tmp/desk10-2.png' })
  expect(await serious(page)).toEqual([])
  await calls(page).getByRole('button', { name: 'Создать покупателя' }).click()
  await expect(page).toHaveURL(/customers\/common/)
  await page.screenshot({ path: '/tmp/desk10-3.png' })
  await page.keyboard.press('F12')
  await expect(page).toHaveURL(/events\/common/)
  await page.screenshot({ path: '/tmp/desk10-4.png' })
  await page.getByRole('button', { name: 'Набрать номер' }).click()
  await page.screenshot({ path: '/tmp/desk10-5.png' })
  phone.close()
})
