import type { Page } from '@playwright/test'
import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { collection } from '../../../shared/records/declarations/collection.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { holdDisk } from '../support/data/hold-disk.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList, plain } from '../support/screens/order-list.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN, VIEWER, type World } from '../support/world/world.ts'

/** Opens the card of the row with a text, removes its record, and waits until that has left the list. */
async function removeRow(page: Page, text: string): Promise<void> {
  const list = new OrderList(page)
  await list.rows(text).first().click()
  await new OrderCard(page).button('Удалить').click()
  // Whether other records have it, and it is asked, depends on the day.
  const asked = page.getByRole('alertdialog')
  const isAsked = async () => (await asked.count()) > 0
  await expect.poll(async () => (await isAsked()) || (await list.rows(text).count()) === 0).toBe(true)
  if (await isAsked()) await asked.getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(asked).toHaveCount(0)
  await expect(list.rows(text)).toHaveCount(0)
}

test('«Корзина»: what was removed from every list is found and restored, one or many, offline too; what cannot be says why', async ({
  world,
}) => {
  const owner = await world.at('/settings/reasons', OWNER)
  await removeRow(owner.page, 'Не дождался поставки')
  const device = await world.at('/orders/work', ABDULOV)
  const { page, line } = device
  const list = new OrderList(page)
  await expect(list.rows(/ЗН-\d{4}/).first()).toBeVisible()
  // Until then orders come.
  await device.saved()
  const [number = ''] = await list.column('Номер')
  const [customer = ''] = await list.column('Покупатель')
  await removeRow(page, number)
  await device.saved()
  await device.open('/customers')
  await expect(list.rows().nth(1)).toBeVisible()
  await list.search(customer)
  await expect(list.rows()).toHaveCount(1)
  await removeRow(page, customer)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('корзина')
  await expect(page.getByRole('option').first()).toContainText('Корзина')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/trash$/)

  const row = (text: string) => list.rows(text)
  await expect(row(number)).toContainText('Абдулов')
  await expect(row('Не дождался поставки')).toContainText('Восстановит владелец или администратор')
  const search = page.getByRole('searchbox', { name: 'Найти в корзине' })
  await search.fill(number.slice(-4))
  await expect(list.rows()).toHaveCount(1)
  await search.fill('')
  await page.getByRole('combobox', { name: 'Что показать' }).click()
  await page.getByRole('option', { name: 'Покупатели (1)' }).click()
  await expect(list.rows()).toHaveCount(1)
  await expect(page).toHaveURL(/in=customers/)
  await device.open('/trash')

  await expect(list.rows()).toHaveCount(3)
  const restoring = (name: string) => page.getByRole('button', { name: `Восстановить: ${name}` })
  let letGo = await holdDisk(page)
  await restoring(number).click()
  await expect(restoring(customer), 'while one is restored, no other').toHaveAttribute('aria-disabled', 'true')
  await restoring(customer).press('Enter')
  await letGo()
  await expect(restoring(customer)).toHaveAttribute('aria-disabled', 'false')
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(list.rows()).toHaveCount(3)
  await page.getByRole('button', { name: 'Выбрать все найденные' }).click()
  await expect(page.getByText('Выбраны 2')).toBeVisible()
  const restore = page.getByRole('button', { name: 'Восстановить', exact: true })
  letGo = await holdDisk(page)
  await restore.click()
  await expect(restore, 'until the disk has it').toBeDisabled()
  await letGo()
  await expect(list.rows()).toHaveCount(1)
  const back = page.getByRole('button', { name: 'Вернуть как было' })
  await expect(back, 'that of the act before goes by itself').toHaveCount(1)
  await back.click()
  await expect(list.rows()).toHaveCount(3)
  await device.saved()
  await device.ready()

  line.cut()
  await restoring(number).click()
  await expect(row(number)).toHaveCount(0)
  await device.unsent()
  await device.open('/orders/work')
  await row(number).first().click()
  const card = new OrderCard(page)
  await expect(card.card.getByRole('status').filter({ hasText: 'в корзине' })).toContainText(plain(customer))
  await card.expects('Покупатель', customer)
  line.restore()
  await card.card.getByRole('button', { name: 'Восстановить' }).click()
  await expect(card.card.getByRole('status').filter({ hasText: 'в корзине' })).toHaveCount(0)
  await device.saved()

  await removedByNewerProgram(world, 'Из новой программы')
  await device.open('/trash')
  await expect(row('Из новой программы')).toContainText('Записана более новой программой')
  await expect(list.rows()).toHaveCount(2)
  await page.getByRole('button', { name: 'Выбрать все найденные' }).click()
  await expect(list.rows()).toHaveCount(2)
  await expect(list.grid.locator('tr[aria-selected="true"]')).toHaveCount(0)
  const viewer = new OrderList((await world.at('/trash', VIEWER)).page)
  for (const name of ['Из новой программы', 'Не дождался поставки'])
    await expect(viewer.rows(name)).toContainText('Ваша роль только читает')
})

/** A customer that a program newer than this one has made and removed. */
async function removedByNewerProgram({ server }: World, name: string): Promise<void> {
  const newer = collection('customers', { ...customers, version: customers.version + 1 })
  const hand = await serviceDevice(server, 'agents')
  const held = await hand.synced(`customers/${COMMON}`)
  const id = newId(COMMON, Date.now())
  hand.act((tx) => tx.create(newer, id, { name }))
  hand.act((tx) => tx.remove(newer, id))
  await hand.saved(held)
  hand.close()
}

/** Two people with one order on their screens. */
async function bothOpen(world: World) {
  const [a, b] = await Promise.all([world.signedIn(ABDULOV), world.signedIn(VEDERKIN)])
  const list = new OrderList(a.page)
  await a.open('/orders/work')
  await expect(list.rows(/ЗН-\d{4}/).first()).toBeVisible()
  // Until then orders come.
  await a.saved()
  await list
    .rows(/ЗН-\d{4}/)
    .first()
    .click()
  await expect(a.page).toHaveURL(/\/orders\/work\/[\w-]+/)
  await b.open(new URL(a.page.url()).pathname)
  const cards = [new OrderCard(a.page), new OrderCard(b.page)] as const
  for (const card of cards) await expect(card.field('Контакт')).toBeVisible()
  await Promise.all([a.saved(), b.saved()])
  return { a, b, cards }
}

test('«История»: who changed what, lines by line, an old value brought back, what is not sent yet; apart in lines and cards', async ({
  world,
}) => {
  const { a, b, cards } = await bothOpen(world)
  const [left, right] = cards
  const before = await left.field('Контакт').inputValue()
  await left.set('Контакт', 'Мария')
  await left.field('Цена').first().fill('1000')
  await left.field('Цена').first().blur()
  await right.set('Примечание', 'домофон 45')
  await Promise.all([a.saved(), b.saved()])
  await left.tab('История')
  const acts = left.card.locator('.told-acts > li')
  await expect(acts.filter({ hasText: 'Ведеркин' }).filter({ hasText: 'домофон 45' })).toHaveCount(1)
  const own = acts.filter({ hasText: 'Абдулов' }).filter({ hasText: 'Мария' })
  await expect(own).toContainText('1 000,00 ₽')
  await expect(own.locator('header')).toContainText(/\d\d\.\d\d\.\d{4}, \d{1,2}:\d\d/)
  await expect(acts.filter({ hasText: 'Запись создана' })).toHaveCount(1)
  await own.getByRole('listitem').filter({ hasText: 'Контакт' }).getByRole('button').click()
  const undo = a.page.getByRole('button', { name: 'Вернуть как было' })
  // While it is pointed at it stays.
  await undo.hover()
  await right.expects('Контакт', before)
  await undo.click()
  await right.expects('Контакт', 'Мария')

  a.line.cut()
  await left.tab('Главное')
  await left.field('Цена').first().fill('1500')
  await left.field('Цена').first().blur()
  await left.tab('История')
  await expect(acts.filter({ hasText: 'еще не отправлено' })).toContainText('1 500,00 ₽')
  await expect(left.card.getByRole('status').filter({ hasText: 'хранится на сервере' })).toBeVisible()
  await right.field('Цена').first().fill('1700')
  await right.field('Цена').first().blur()
  await b.saved()
  a.line.restore()
  await a.saved()
  await expect(acts.filter({ hasText: 'еще не отправлено' })).toHaveCount(0)
  await left.tab('Главное')
  for (const card of cards) {
    const note = card.card.getByRole('note')
    for (const text of ['Цена', '1 700,00 ₽', 'Ведеркин', '1 500,00 ₽', 'Абдулов'])
      await expect(note).toContainText(text)
  }
  await right.button('Вернуть это').click()
  for (const card of cards) {
    await expect(card.card.getByRole('note')).toHaveCount(0)
    await expect(card.field('Цена').first()).toHaveValue(/1\s?500/)
  }

  await a.open('/customers')
  await new OrderList(a.page).rows('Баранов').click()
  await expect(left.field('Телефон')).toBeVisible()
  await b.open(new URL(a.page.url()).pathname)
  await expect(right.field('Телефон')).toBeVisible()
  await Promise.all([a.saved(), b.saved()])
  a.line.cut()
  await left.set('Телефон', '111')
  await a.unsent()
  await right.set('Телефон', '222')
  await b.saved()
  a.line.restore()
  await a.saved()
  for (const text of ['222', 'Ведеркин', '111', 'Абдулов'])
    await expect(left.card.getByRole('note')).toContainText(text)
  await left.button('Оставить как есть').click()
  await expect(right.card.getByRole('note')).toHaveCount(0)
  await right.expects('Телефон', '222')
})
