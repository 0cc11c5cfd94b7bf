import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

test('FT3, FT7, FT8: a feature off is gone from menu and forms at once for everybody, its address says so, and on again all is back', async ({
  world,
}) => {
  const owner = await world.at('/settings/features', OWNER)
  const viewer = await world.signedIn(VIEWER)
  const { page } = owner
  const link = viewer.page.getByRole('navigation').getByRole('link', { name: 'Заказ-наряды' })
  await expect(link).toBeVisible()
  await page.getByRole('switch', { name: 'Заказ-наряды' }).click()
  await expect(page.getByText('«Заказ-наряды»: отключено')).toBeVisible()
  await expect(link).toHaveCount(0)
  await expect(viewer.page.getByText(/Включить может владелец или администратор: .*Громова/)).toBeVisible()
  await page.keyboard.press('Control+k')
  const options = page.getByRole('option')
  const finder = page.getByRole('combobox', { name: 'Заказ, покупатель, команда' })
  await finder.fill('ЗН-00')
  await expect(page.getByText(/^Ничего не найдено/)).toBeVisible()
  await expect(options).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: 'SMS' }).click()
  await page.getByRole('switch', { name: 'Сегменты' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Массовые рассылки')
  await question.getByRole('button', { name: 'Отключить', exact: true }).click()
  await expect(page.getByRole('switch', { name: 'Массовые рассылки' })).not.toBeChecked()
  await page.getByRole('switch', { name: 'Заказ-наряды' }).click()
  await expect(link).toBeVisible()
  await expect(viewer.page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Control+k')
  await finder.fill('ЗН-00')
  await expect(options.filter({ hasText: /ЗН-00/ }).first()).toBeVisible()
})
