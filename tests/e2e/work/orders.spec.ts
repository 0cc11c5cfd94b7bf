import { COMMON } from '../../../shared/documents/families.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newMove } from '../../../shared/orders/moves/move-order.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { choose } from '../../support/choices.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN, type World } from '../support/world/world.ts'

/** A person in front of a list of orders. */
async function atList(world: World, email = ABDULOV, path = '/orders/work') {
  const device = await world.at(path, email)
  const at = { device, page: device.page, list: new OrderList(device.page), card: new OrderCard(device.page) }
  await expect(device.page.getByRole('searchbox', { name: 'Найти в списке' })).toBeVisible()
  return at
}

/** A new order on the card, not recorded. */
async function newDraft({ page, card }: { readonly page: Device['page']; readonly card: OrderCard }): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await expect(card.card.getByText('Черновик этого устройства')).toBeVisible()
}

/** Records a new order with a customer, and waits until the server has given its number. */
async function newOrder(at: Awaited<ReturnType<typeof atList>>, customer = 'Частное лицо'): Promise<string> {
  await newDraft(at)
  await at.card.pick('Покупатель', customer)
  await at.card.button('Провести').click()
  await expect(at.card.card).toContainText(/З[КН]-\d{4}/)
  return /З[КН]-\d{4}/.exec((await at.card.card.textContent()) ?? '')?.[0] ?? ''
}

test('a draft is kept over a reload, and no other device sees it until it is recorded', async ({ world }) => {
  const a = await atList(world)
  const b = await atList(world, VEDERKIN, '/orders/work?scope=all&search=Кукушкин')
  await newDraft(a)
  await a.card.set('Примечание', 'Кукушкин')
  await a.device.kept()
  await a.page.reload()
  await a.card.expects('Примечание', 'Кукушкин')
  await a.list.scope('Черновики')
  await expect(a.page.getByRole('link', { name: 'Новый заказ-наряд' })).toBeVisible()
  await expect(b.page.getByText('Ничего не найдено')).toBeVisible()
  await b.list.scope('Черновики')
  await expect(b.page.getByText('Черновиков нет')).toBeVisible()
  await a.card.button('Записать').click()
  await b.list.scope('Все')
  await expect(b.list.rows(/ЗН-\d{4}/)).toHaveCount(1)
})

test('recorded offline by Ctrl+S under its draft number; the server then gives the final one, both find it', async ({
  world,
}) => {
  const a = await atList(world, ABDULOV, '/orders/customer')
  await a.device.ready()
  a.device.line.cut()
  await newDraft(a)
  await a.card.pick('Покупатель', 'АЛЬФАМАРТ')
  await a.page.keyboard.press('Control+s')
  await expect(a.card.card).toContainText(/Ч-\w+-1/)
  const draft = /Ч-\w+-1/.exec((await a.card.card.textContent()) ?? '')?.[0] ?? ''
  await expect(a.list.rows(draft)).toHaveCount(1)
  a.device.line.restore()
  await a.device.saved()
  await expect(a.card.card).toContainText(/ЗК-\d{4}/)
  await expect(a.list.rows(draft)).toHaveCount(0)
  await a.list.search(draft)
  await expect(a.list.rows('АЛЬФАМАРТ')).toHaveCount(1)
  await expect(a.list.rows(/ЗК-\d{4}/)).toHaveCount(1)
})

test('leaving a draft records it when it has a customer or a line, and else keeps it as a draft', async ({ world }) => {
  const a = await atList(world)
  await newDraft(a)
  await a.card.pick('Покупатель', 'Частное лицо')
  await a.card.button('Закрыть').click()
  await expect(a.page.getByText(/Записан Ч-\w+-1/)).toBeVisible()
  await newDraft(a)
  await a.card.addLine()
  await a.list.rows().nth(3).click()
  await expect(a.page.getByText(/Записан Ч-\w+-2/)).toBeVisible()
  await newDraft(a)
  await a.card.set('Контакт', 'пока никто')
  await a.card.button('Закрыть').click()
  await a.list.scope('Черновики')
  const draft = a.page.getByRole('link', { name: 'Новый заказ-наряд' })
  await draft.click()
  await a.card.button('Удалить черновик').click()
  await expect(draft).toHaveCount(0)
  await undoOf(a.page, 'Черновик удален').click()
  await a.card.expects('Контакт', 'пока никто')
  await expect(draft).toHaveCount(1)
})

test('lines with price, quantity and discount come to the right total, on the card and in the list', async ({
  world,
}) => {
  const a = await atList(world)
  await newDraft(a)
  await a.card.pick('Покупатель', 'Частное лицо')
  const first = await a.card.addLine()
  await fillIn(first, 'Кол-во', '2,5')
  await fillIn(first, 'Цена', '1234,56')
  await fillIn(first, 'Скидка, %', '10')
  // 2.5 × 1234.56 × 0.9 = 2777.76
  await expect(first).toContainText(/2\s?777,76/)
  const second = await a.card.addLine()
  await fillIn(second, 'Кол-во', '3')
  await fillIn(second, 'Цена', '333,33')
  await fillIn(second, 'Скидка, %', '33,33')
  // 999.99 × 0.6667 = 666.693…
  await expect(second).toContainText('666,69')
  await fillIn(second, 'Кол-во', 'много')
  await expect(second.getByRole('alert')).toContainText('Это не число')
  await fillIn(second, 'Кол-во', '3')
  await expect(a.card.card).toContainText(/Итого\s*3\s?444,45/)
  await a.card.button('Записать').click()
  await expect(a.card.card).toContainText(/ЗН-\d{4}/)
  await expect(a.card.card).toContainText(/Итого\s*3\s?444,45/)
  const number = /ЗН-\d{4}/.exec((await a.card.card.textContent()) ?? '')?.[0] ?? ''
  await a.card.button('Удалить строку').first().click()
  await expect(a.card.card).toContainText(/Итого\s*666,69/)
  await undoOf(a.page, 'Строка удалена').click()
  await expect(a.card.card).toContainText(/Итого\s*3\s?444,45/)
  await a.card.button('Закрыть').click()
  await expect(a.list.rows(number)).toContainText(/3\s?444,45/)
})

test('a draft that stands in two tabs is one: neither loses what was filled in in the other, and it is recorded once', async ({
  world,
}) => {
  const a = await atList(world)
  await newDraft(a)
  const page = await a.device.context.newPage()
  await page.goto(a.page.url())
  const other = new OrderCard(page)
  await expect(other.card.getByText('Черновик этого устройства')).toBeVisible()
  await a.card.set('Источник', 'ярмарка')
  await other.expects('Источник', 'ярмарка')
  await a.card.set('Контакт', 'первая вкладка')
  await other.expects('Контакт', 'первая вкладка')
  await other.set('Примечание', 'вторая вкладка')
  await a.card.expects('Примечание', 'вторая вкладка')
  await a.card.addLine()
  await expect(other.lines).toHaveCount(1)
  await other.button('Записать').click()
  for (const card of [a.card, other]) {
    await expect(card.card).toContainText(/ЗН-\d{4}/)
    await card.expects('Контакт', 'первая вкладка')
    await card.expects('Примечание', 'вторая вкладка')
    await card.expects('Источник', 'ярмарка')
  }
  await expect(page.getByRole('status').filter({ hasText: 'Записан' })).toHaveCount(1)
  await expect(a.page.getByRole('status').filter({ hasText: 'Записан' })).toHaveCount(0)
})

test('recorded by a double click, an order is there once, and is said once', async ({ world }) => {
  const a = await atList(world)
  await newDraft(a)
  await expect(a.card.field('Покупатель')).toBeFocused()
  await a.card.pick('Покупатель', 'Частное лицо')
  await a.card.button('Записать').dblclick()
  await expect(a.card.card).toContainText(/ЗН-\d{4}/)
  await expect(a.page.getByRole('status').filter({ hasText: 'Записан' })).toHaveCount(1)
  await a.page.goBack()
  await expect(a.card.card).toHaveCount(0)
})

test('a name that fits no customer, or several, stays with the reason', async ({ world }) => {
  const a = await atList(world)
  await newDraft(a)
  const customer = a.card.field('Покупатель')
  await a.card.set('Покупатель', 'Совсем Другой')
  await expect(a.card.card.getByRole('alert')).toContainText('Такого нет: выберите из списка или создайте')
  await expect(customer).toHaveValue('Совсем Другой')
  await a.card.set('Покупатель', 'а')
  await expect(a.card.card.getByRole('alert')).toContainText('Подходит не одно')
  await customer.press('Escape')
  await expect(customer).toHaveValue('')
  await expect(a.card.card.getByRole('alert')).toHaveCount(0)
})

test('a sum that is too large is refused where it is typed', async ({ world }) => {
  const a = await atList(world)
  await newOrder(a)
  const line = await a.card.addLine()
  await fillIn(line, 'Цена', '90000000000000')
  await fillIn(line, 'Кол-во', '999')
  await expect(line.getByRole('alert')).toContainText('Сумма слишком велика')
  await expect(line.getByLabel('Кол-во', { exact: true })).toHaveValue('999')
  await expect(line).toContainText('90 000 000 000 000,00'.replaceAll(' ', '\u00a0'))
})

test('an order is posted', async ({ world }) => {
  const a = await atList(world)
  await newDraft(a)
  await a.card.pick('Покупатель', 'Частное лицо')
  await a.card.button('Записать').click()
  await expect(a.card.card).toContainText('Не проведен')
  await a.card.button('Провести').click()
  await expect(a.card.card).not.toContainText('Не проведен')
  await expect(a.card.button('Провести')).toHaveCount(0)
})

test('the states are gone through by digits; the toast and the history take a move back', async ({ world }) => {
  const a = await atList(world)
  await newOrder(a)
  await expect(a.card.state).toContainText('1. Выезд замерщика')
  const said = a.page.getByRole('status').filter({ hasText: 'Состояние изменено' })
  const moveBy = async (digit: string, state: string) => {
    await a.card.state.press('Enter')
    await expect(a.page.getByRole('listbox', { name: 'Выбрать состояние' })).toBeFocused()
    await a.page.keyboard.press(digit)
    await expect(a.card.state).toContainText(`${digit}. ${state}`)
    await expect(said).toBeVisible()
  }
  await moveBy('2', 'Разработка дизайн-проекта')
  // The undo that is pressed then is that of the second move.
  await said.getByRole('button', { name: 'Закрыть' }).click()
  await expect(said).toHaveCount(0)
  await moveBy('3', 'Обсуждение КП')
  await undoOf(a.page, 'Состояние изменено').click()
  await expect(a.card.state).toContainText('2. Разработка дизайн-проекта')
  await a.card.tab('Переходы')
  await a.card.button('Отменить переход').click()
  await expect(a.card.state).toContainText('1. Выезд замерщика')
  await expect(a.card.card.getByText('отменен', { exact: true })).toHaveCount(4)
})

test('«Завершен» asks how; a cancelled order gives its reason, «Другое» its text', async ({ world }) => {
  const a = await atList(world)
  const number = await newOrder(a)
  await a.card.move('Завершен')
  const dialog = a.page.getByRole('alertdialog')
  await choose(dialog, 'Отменен')
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog).toContainText('Выберите причину отмены.')
  await dialog.getByRole('combobox', { name: 'Причина отмены' }).click()
  await a.page.getByRole('option', { name: 'Другое' }).click()
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog).toContainText('«Другое» требует пояснения')
  await dialog.getByLabel('Комментарий').fill('Переехали в другой город')
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog).toHaveCount(0)
  await a.card.tab('История')
  await expect(a.card.card).toContainText('Переехали в другой город')
  await a.list.scope('Все')
  await a.list.search(number)
  await expect(a.list.rows(number)).toContainText('Отменен')
})

test('a completed order is locked until it is reopened with a comment', async ({ world }) => {
  const a = await atList(world)
  await newOrder(a)
  await a.card.move('Завершен')
  const dialog = a.page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(a.card.state).toContainText('Завершен')
  await expect(a.card.field('Контакт')).not.toBeEditable()
  await expect(a.card.button('Добавить строку')).toHaveCount(0)
  await a.card.move('Выполнен')
  await dialog.getByRole('button', { name: 'Вернуть в работу' }).click()
  await expect(dialog).toContainText('Напишите, почему')
  await dialog.getByLabel('Комментарий').fill('Клиент просит другой фасад')
  await dialog.getByRole('button', { name: 'Вернуть в работу' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(a.card.state).toContainText('6. Выполнен')
  await a.card.set('Контакт', 'снова открыт')
  await a.device.saved()
  await a.page.reload()
  await a.card.expects('Контакт', 'снова открыт')
  await a.card.tab('История')
  await expect(a.card.card).toContainText('Клиент просит другой фасад')
})

test('the list is sorted, searched, grouped, and shows the columns that are chosen', async ({ world }) => {
  const { page, list } = await atList(world, ABDULOV, '/orders/work?scope=all')
  await expect(list.rows(/ЗН-\d{4}/).first()).toBeVisible()
  await page.getByRole('columnheader', { name: 'Номер' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=/)
  await expect.poll(async () => (await list.column('Номер'))[0]).toBe('ЗН-0001')
  const numbers = await list.column('Номер')
  expect(numbers).toEqual([...numbers].sort())
  await page.getByRole('columnheader', { name: 'Номер' }).getByRole('button').click()
  await expect.poll(async () => (await list.column('Номер'))[0]).not.toBe('ЗН-0001')

  await list.search('альфамарт 23')
  await expect(list.rows('ЗН-0001')).toHaveCount(0)
  await list.search('альфамарт')
  await expect.poll(async () => new Set(await list.column('Покупатель'))).toEqual(new Set(['АЛЬФАМАРТ']))
  await list.search('такого нет нигде')
  await expect(page.getByText('Ничего не найдено')).toBeVisible()
  await page.getByRole('button', { name: 'Снять поиск и отбор' }).click()
  await expect(page.getByRole('searchbox', { name: 'Найти в списке' })).toHaveValue('')

  await list.groupBy('Ответственный')
  await expect(list.rows('Абдулов').first()).toContainText(/заказ/)
  await page.reload()
  await expect(list.rows('Абдулов').first()).toContainText(/заказ/)
  await list.groupBy('Не выбрано')

  await page.getByRole('button', { name: 'Колонки' }).click()
  const menu = page.getByRole('dialog', { name: 'Колонки' })
  await menu.getByRole('checkbox', { name: 'Подразделение' }).check()
  await menu.getByRole('checkbox', { name: 'Сумма' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(list.grid.getByRole('columnheader', { name: 'Подразделение' })).toBeVisible()
  await expect(list.grid.getByRole('columnheader', { name: 'Сумма' })).toHaveCount(0)
  await expect.poll(() => list.column('Подразделение')).toContain('Салон на Невском')
  await page.reload()
  await expect(list.grid.getByRole('columnheader', { name: 'Подразделение' })).toBeVisible()
})

test('by keyboard alone: through the list into a card, a field, a state, and back', async ({ world }) => {
  const { page, list, card, device } = await atList(world)
  await expect(list.rows(/ЗН-\d{4}/).first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await list.grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/work\/[\w-]+/)
  const first = page.url()
  await page.keyboard.press('ArrowDown')
  await expect(page).not.toHaveURL(first)
  await tabTo(page, 'Вид и состояние')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('listbox')).toBeFocused()
  await page.keyboard.press('4')
  await expect(card.state).toContainText('4. В производстве')
  await tabTo(page, 'Контакт')
  await page.keyboard.type('с клавиатуры')
  await page.keyboard.press('Enter')
  await device.saved()
  await page.keyboard.press('Escape')
  await expect(card.card).toHaveCount(0)
  await expect(list.grid).toBeFocused()
  await page.keyboard.press('n')
  await expect(card.card.getByText('Черновик этого устройства')).toBeVisible()
})

test('an order that refers to a missing kind, state or customer opens and says what is missing', async ({ world }) => {
  const service = await serviceDevice(world.server, 'agents')
  const held = await service.synced(QUARTER)
  const id = newId(COMMON, Date.now())
  service.act((tx) => {
    const first = newMove(tx, { kind: 'no-kind', state: 'no-state' }, { total: 0, responsible: null }, [])
    tx.create(orders, id, { sort: 'work', date: tx.now(), customer: 'no-customer', posted: true, moves: { m1: first } })
  })
  await service.saved(held)
  service.close()
  const { page, card, list } = await atList(world, ABDULOV, `/orders/work/${id}`)
  for (const what of ['вид заказа', 'состояние', 'покупатель'])
    await expect(card.card).toContainText(`Не найдено: ${what}`)
  await expect(list.rows('Состояние удалено')).toHaveCount(1)
  await card.set('Контакт', 'все равно правится')
  await card.pick('Покупатель', 'Частное лицо')
  await expect(card.card).not.toContainText('Не найдено: покупатель')
  await card.move('Обсуждение КП')
  await expect(card.state).toContainText('3. Обсуждение КП')
  await expect(page.getByText('Не найдено')).toHaveCount(0)
})

/** The undo of the latest toast that says so. */
function undoOf(page: Device['page'], text: string) {
  return page.getByRole('status').filter({ hasText: text }).getByRole('button', { name: 'Вернуть как было' }).first()
}

/** Presses Tab until the control of that name has the focus; the rounds that it may take are limited. */
async function tabTo(page: Device['page'], label: string): Promise<void> {
  const wanted = page.getByRole('complementary').getByLabel(label, { exact: true }).first()
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach «${label}»`)
}
