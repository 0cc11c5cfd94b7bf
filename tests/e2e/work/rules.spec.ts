import type { Locator } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { Keyboard } from '../support/hands/keyboard.ts'
import type { Device } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

const SHOT = process.env.SHOTS

async function shot({ page }: Device, name: string) {
  if (SHOT) await page.screenshot({ path: `${SHOT}/${name}.png` })
}

/** The card of the rule that is open. */
function cardOf({ page }: Device): Locator {
  return page.getByRole('complementary')
}

test('a rule with grouped criteria and two actions is made by keys, and switched on in its list', async ({ world }) => {
  const device = await world.at('/rules', OWNER)
  const { page } = device
  const keys = new Keyboard(page)
  await device.ready()
  await shot(device, 'empty')
  await keys.push(page.getByRole('banner').getByRole('button', { name: 'Создать' }))
  const card = cardOf(device)
  await expect(card.getByLabel('Название', { exact: true })).toBeFocused()
  await keys.type('Замер назначен')
  await keys.press('Tab')
  await expect(card.getByRole('heading', { name: 'Замер назначен' })).toBeVisible()

  await keys.push(card.getByRole('button', { name: 'Условие', exact: true }))
  const first = card.getByRole('group', { name: 'Условие 1', exact: true })
  await keys.pick(first.getByRole('combobox', { name: 'Поле' }), 'Сумма')
  await keys.reach(first.getByRole('combobox', { name: 'Сравнение' }))
  await keys.press('Enter')
  await keys.choose('больше или равно')
  await keys.fill(first.getByRole('textbox', { name: 'Значение' }), '50000')
  await keys.push(first.getByRole('button', { name: 'Действия с условием' }))
  await keys.take('Поместить в группу')
  const inside = card.getByRole('group', { name: 'Условие 1.1', exact: true })
  await expect(inside.getByRole('textbox', { name: 'Значение' })).toHaveValue(/50\s000,00/)
  await shot(device, 'criteria')

  for (const [action, at] of [
    ['Создать задание', 1],
    ['Напомнить', 2],
  ] as const) {
    await keys.push(card.getByRole('button', { name: 'Добавить действие' }))
    await keys.take(action)
    const row = card.getByRole('group', { name: `${at}. ${action}` })
    await keys.fill(row.getByLabel('Тема'), `Подготовить ${at}`)
  }
  await expect(card.getByRole('listitem').filter({ hasText: 'Подготовить' })).toHaveCount(2)
  await shot(device, 'actions')
  expect(await serious(page)).toEqual([])

  const toggle = page.getByRole('grid').getByRole('switch', { name: 'Включено: Замер назначен' })
  await toggle.focus()
  await keys.press('Space')
  await expect(toggle).toBeChecked()
  await expect(card.getByRole('checkbox', { name: 'Включено' })).toBeChecked()
  await device.saved()
  await shot(device, 'on')
  await page.setViewportSize({ width: 390, height: 844 })
  await shot(device, 'phone')
  await page.locator('.rule-criteria').scrollIntoViewIfNeeded()
  await shot(device, 'phone-criteria')
  await page.locator('.action').last().scrollIntoViewIfNeeded()
  await shot(device, 'phone-actions')
})

test('who only looks has no rules: neither in the menu nor at their address', async ({ world }) => {
  const device = await world.at('/rules', VIEWER)
  await expect(device.page.getByText('Правила видят те, кто работает с заказами.')).toBeVisible()
  await expect(device.page.getByRole('navigation').getByText('Правила рабочего процесса')).toHaveCount(0)
  await device.saved()
})
