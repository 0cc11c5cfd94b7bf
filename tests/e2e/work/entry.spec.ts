import type { Locator } from '@playwright/test'
import { askFor } from '../support/data/september-moves.ts'
import { BoardPage } from '../support/screens/board.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { expect, OWNER, test, type World } from '../support/world/world.ts'

const [FROM, TO] = ['Выезд замерщика', 'На складе']
/** All columns of the board are in view. */
const WIDE = { width: 2300, height: 900 }

/** The owner at a device; from now on «На складе» takes no order without a contact and a project. */
async function demanding(world: World) {
  const device = await world.at('/settings/states', OWNER, WIDE)
  const { page } = device
  await page.getByRole('grid').getByRole('row').filter({ hasText: TO }).click()
  const card = page.getByRole('complementary')
  await card.getByRole('button', { name: /^Обязательно заполнить/ }).click()
  for (const name of ['Контакт', 'Проект']) await page.getByText(name, { exact: true }).last().click()
  await page.keyboard.press('Escape')
  await expect(card.getByRole('button', { name: /^Обязательно заполнить/ })).toContainText('Контакт, Проект')
  await device.saved()
  return device
}

/** Fills in what the open dialog asks for; the project is made there. */
async function fill(dialog: Locator, contact: string, project: string): Promise<void> {
  await fillIn(dialog, 'Контакт', contact)
  await dialog.getByLabel('Проект').fill(project)
  await dialog
    .page()
    .getByRole('option', { name: new RegExp(project) })
    .click()
}

test('what a state asks for is filled in where a move is refused: on the board, in the card, for many at once, of a new one', async ({
  world,
}) => {
  const device = await demanding(world)
  const { page } = device
  const asking = page.getByRole('dialog', { name: `Чтобы перейти в «${TO}»` })
  const move = asking.getByRole('button', { name: 'Перевести' })

  await device.open('/orders/work/board/kitchens')
  const board = new BoardPage(page)
  const carried = await board.firstIn(FROM)
  await board.drag(board.tile(carried), board.column(TO))
  await fillIn(asking, 'Контакт', 'Прораб Семен')
  await move.click()
  await expect(asking.getByRole('alert')).toContainText('Проект')
  await asking.getByLabel('Проект').fill('Дом на Мойке')
  await page.getByRole('option', { name: 'Создать «Дом на Мойке»' }).click()
  // It is made first, and stands in the order then.
  await expect(asking.getByRole('button', { name: 'Очистить' })).toBeVisible()
  await move.click()
  await expect(board.tile(carried, TO)).toBeVisible()

  const next = await board.firstIn(FROM)
  await device.open(`/orders/work/${next}`)
  const card = new OrderCard(page)
  await card.move(TO)
  // Before it stands there, the key would close the card.
  await expect(asking.getByLabel('Контакт')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asking).toHaveCount(0)
  await expect(card.state).toContainText(FROM)
  await card.move(TO)
  await fill(asking, 'Сторож', 'Дом на Мойке')
  await move.click()
  await expect(card.state).toContainText(TO)
  await card.expects('Контакт', 'Сторож')

  await askFor(world.server, FROM, ['shipment'])
  await card.act('Скопировать')
  const begun = page.getByRole('dialog', { name: `Что требует «${FROM}»` })
  await begun.getByRole('button', { name: 'Создать' }).click()
  await expect(begun.getByRole('alert')).toContainText('Дата отгрузки')
  await fillIn(begun, 'Дата отгрузки', '01.12.2026')
  await begun.getByRole('button', { name: 'Создать' }).click()
  await expect(page).not.toHaveURL(new RegExp(next))
  await expect(card.state).toContainText(FROM)
  await card.expects('Дата отгрузки', '01.12.2026')

  await device.open(`/orders/work?scope=all&search=${encodeURIComponent(FROM)}`)
  const list = new OrderList(page)
  const many = page.getByRole('dialog', { name: 'Состояние' })
  await list.rows(FROM).nth(0).locator('.table-check').click()
  await list.rows(FROM).nth(1).locator('.table-check').click()
  await page.getByRole('toolbar', { name: 'Выбранное' }).getByRole('button', { name: 'Состояние' }).click()
  await many.getByRole('combobox', { name: 'Состояние' }).click()
  await page.getByRole('option', { name: TO }).click()
  await expect(many.getByRole('region', { name: 'Что изменится' })).toContainText('Не заполнено то, чего требует')
  await fill(many, 'Бригада', 'Дом на Мойке')
  await many.getByRole('button', { name: 'Изменить: 2' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Изменено: 2 заказа' })).toBeVisible()
})
