import type { Locator, Page } from '@playwright/test'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { addRules, type StagedRules } from '../../support/screens/staged-rules.ts'
import { handMade, passOf } from '../support/data/hand-made.ts'
import { serious } from '../support/hands/axe.ts'
import { Keyboard } from '../support/hands/keyboard.ts'
import { tooWide } from '../support/hands/targets.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER, type World } from '../support/world/world.ts'

const cardOf = (page: Page): Locator => page.getByRole('complementary')

/** Has the company use rules, by another device of its owner. */
async function withRules({ server }: World): Promise<StagedRules> {
  const device = handMade(server, await passOf(server, OWNER))
  await device.synced('setup')
  const staged = await addRules(device, await device.synced(QUARTER))
  device.close()
  return staged
}

test('a rule with grouped criteria and two actions is made by keys, and switched on in its list', async ({ world }) => {
  const device = await world.at('/rules', OWNER)
  const { page } = device
  const keys = new Keyboard(page)
  await device.ready()
  await keys.push(page.getByRole('banner').getByRole('button', { name: 'Создать' }))
  const card = cardOf(page)
  await expect(card.getByLabel('Название', { exact: true })).toBeFocused()
  await keys.type('Замер назначен')
  await keys.press('Tab')
  await expect(card.getByRole('heading', { name: 'Замер назначен' })).toBeVisible()
  await expect(card.getByText('Добавьте хотя бы одно действие')).toBeVisible()

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
  await expect(card.getByText('Чтобы правило заработало')).toHaveCount(0)
  expect(await serious(page)).toEqual([])

  const toggle = page.getByRole('grid').getByRole('switch', { name: 'Включено: Замер назначен' })
  await toggle.focus()
  await keys.press('Space')
  await expect(toggle).toBeChecked()
  await expect(card.getByRole('checkbox', { name: 'Включено' })).toBeChecked()
  await device.saved()
  await page.setViewportSize(PHONE)
  expect(await tooWide(page)).toEqual([])
})

test('rules that would start one another for ever are not switched on: which these are is said', async ({ world }) => {
  await withRules(world)
  const { page } = await world.at('/rules/back', OWNER)
  const on = cardOf(page).getByRole('checkbox', { name: 'Включено' })
  await on.click()
  const why = cardOf(page).getByRole('alert')
  await expect(why).toContainText(
    'запускали бы друг друга без конца: «Вернуть на доработку» → «После дизайна» → «Вернуть на доработку»',
  )
  await expect(on).not.toBeChecked()
})

test('what came of a rule is told in its card and in the order’s, called off and asked for again', async ({
  world,
}) => {
  const { rule, order } = await withRules(world)
  const device = await world.at(`/rules/${rule}`, OWNER)
  const { page } = device
  const card = cardOf(page)
  await card.getByRole('tab', { name: 'Выполнение правила' }).click()
  const run = card.getByRole('list', { name: 'Выполнение правила' }).getByRole('listitem').first()
  await expect(run).toContainText('Нет адреса почты: Лаптева')
  await expect(run).toContainText('не раньше')
  await run.getByRole('button', { name: 'Отменить' }).click()
  await expect(run.getByText('Отменил сотрудник')).toBeVisible()
  await expect(run.getByRole('button', { name: 'Отменить' })).toHaveCount(0)

  await device.open(`/orders/work/${order}`)
  await card.getByRole('tab', { name: 'Правила' }).click()
  const same = card.getByRole('list', { name: 'Выполнение правила' }).getByRole('listitem').first()
  await expect(same.getByRole('link', { name: 'Предупредить о замере' })).toBeVisible()
  await same.getByRole('button', { name: 'Повторить' }).click()
  await expect(same.getByText('Ожидает')).not.toHaveCount(0)
  expect(await serious(page)).toEqual([])
  await device.saved()
})

test('a rule is tried: what it would have done, to whom, and in which words', async ({ world }) => {
  const { rule } = await withRules(world)
  const { page } = await world.at(`/rules/${rule}`, OWNER)
  const card = cardOf(page)
  await card.getByRole('tab', { name: 'Проверка' }).click()
  await card.getByRole('button', { name: 'Проверить' }).click()
  await expect(card.getByText(/Просмотрено: \d+ заказ.*Правило сработало бы: \d+ раз/)).toBeVisible()
  const row = card.getByRole('list', { name: 'Проверка' }).getByRole('listitem').first()
  await expect(row.getByText(/Создать задание: Подготовиться к замеру ЗН-\d+/)).toBeVisible()
  await card.locator('.fold > summary').first().click()
  await expect(card.locator('.letter-subject').first()).toHaveText(/Заказ №ЗН-\d+/)
  expect(await serious(page)).toEqual([])
})

test('who only looks has no rules: neither in the menu nor at their address', async ({ world }) => {
  const device = await world.at('/rules', VIEWER)
  await expect(device.page.getByText('Правила видят те, кто работает с заказами.')).toBeVisible()
  await expect(device.page.getByRole('navigation').getByText('Рабочие процессы')).toHaveCount(0)
  await device.saved()
})
