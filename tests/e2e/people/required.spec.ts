import type { Page } from '@playwright/test'
import type { SecondFactorStart } from '../../../shared/accounts/api.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { codeFor } from '../../support/factors/totp.ts'
import { serious } from '../support/hands/axe.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN } from '../support/world/world.ts'

/** Sets up a code as the page leads one to it: password, picture, first code, backup codes. */
async function setUpCode(page: Page): Promise<void> {
  const fill = async (label: string, text: string) => {
    await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await fill('Ваш пароль', DEMO_PASSWORD)
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/second-factor') && one.ok())
  await press('Дальше')
  const { uri } = (await (await answer).json()) as SecondFactorStart
  await expect(page.getByRole('textbox', { name: 'Код из приложения', exact: true })).toBeVisible()
  expect(await serious(page)).toEqual([])
  await fill('Код из приложения', codeFor(uri))
  await press('Включить вход с кодом')
  await expect(page.getByRole('list', { name: 'Запасные коды' }).getByRole('listitem')).toHaveCount(10)
  await press('Я их сохранил')
}

test('a second factor is required of everybody: the list tells who has none, who signs in sets one up first, who is in may wait', async ({
  world,
}) => {
  const [owner, tablet] = [await world.at('/settings/people', OWNER), await world.signedIn(ABDULOV)]
  await tablet.saved()
  const all = owner.page.getByRole('region', { name: 'Вход только с кодом или ключом' })
  const toggle = all.getByRole('switch', { name: 'Вход только с кодом или ключом' })
  await toggle.click()
  await expect(all.getByRole('alert')).toContainText('Сначала настройте вход с кодом или ключ у себя')
  await expect(toggle).not.toBeChecked()
  await owner.open('/profile')
  const section = owner.page.getByRole('region', { name: 'Вход с кодом' })
  await section.getByRole('button', { name: 'Включить' }).click()
  await setUpCode(owner.page)
  await owner.open('/settings/people')
  await toggle.click()
  await expect(all).toContainText('может работать без них до')
  await expect(all).toContainText(/Пока без кода и ключа: .*Ведеркин/)
  const row = (name: string) => owner.page.getByRole('grid').getByRole('row').filter({ hasText: name })
  await expect(row('Ведеркин')).toContainText('Входит по одному паролю')

  const fresh = await world.device()
  const gate = fresh.page.getByRole('heading', { name: 'Вход с кодом или ключом' })
  await fresh.open('/orders/work?scope=all')
  await fresh.page.getByLabel('Почта').fill(VEDERKIN)
  await fresh.page.getByRole('textbox', { name: 'Пароль' }).fill(DEMO_PASSWORD)
  await fresh.page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(gate).toBeVisible()
  await expect(fresh.page.getByRole('button', { name: 'Позже' })).toHaveCount(0)
  await fresh.page.reload()
  await expect(gate).toBeVisible()
  await fresh.page.getByRole('button', { name: 'Код из приложения на телефоне' }).click()
  await setUpCode(fresh.page)
  await expect(fresh.page.getByRole('radio', { name: 'Все', exact: true })).toBeChecked()
  await fresh.saved()
  await expect(row('Ведеркин')).toContainText('Входит с кодом')
  await expect(all).not.toContainText('Ведеркин')

  await tablet.page.reload()
  await expect(tablet.page.getByText(/Отложить можно до \d\d\.\d\d\.\d{4}/)).toBeVisible()
  await tablet.page.getByRole('button', { name: 'Позже' }).click()
  await tablet.saved()
  await tablet.page.reload()
  await tablet.saved()
})
