import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { formatWrite, type Json } from '../../../shared/records/declarations/value.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { Replica } from '../../../sync-server/sync/testing/replica.ts'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { startServer } from '../../support/server.ts'
import { MAY_MOUNT, mountSmallDisk } from '../../support/small-disk.ts'
import { handMade, passOf } from '../support/data/hand-made.ts'
import { tamper } from '../support/data/tamper.ts'
import { serious } from '../support/hands/axe.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { type Device, newDevice } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN, VIEWER, type World } from '../support/world/world.ts'

const CUSTOMERS = `customers/${COMMON}`

const card = ({ page }: Device) => page.getByRole('complementary')
const row = ({ page }: Device, text: string) => page.getByRole('grid').getByRole('row').filter({ hasText: text })
const status = ({ page }: Device) => page.getByRole('banner').getByRole('status')

/** Opens a customer's card. */
async function openCustomer(device: Device, name: string): Promise<void> {
  await device.open('/customers')
  await row(device, name).click()
  await expect(card(device).getByLabel('Примечание').first()).toBeVisible()
}

/** Two managers go on working on one customer, undisturbed. */
async function expectUndisturbed(a: Device, b: Device): Promise<void> {
  await openCustomer(a, 'АЛЬФАМАРТ')
  await openCustomer(b, 'АЛЬФАМАРТ')
  await fillIn(card(a), 'Примечание', 'пишет первый')
  await expect(card(b).getByLabel('Примечание').first()).toHaveValue('пишет первый')
  await fillIn(card(b), 'Телефон', '555')
  await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('555')
  await Promise.all([a.saved(), b.saved()])
}

async function managers(world: World): Promise<[Device, Device]> {
  return Promise.all([world.signedIn(ABDULOV), world.signedIn(VEDERKIN)])
}

test('a viewer that writes by a hand-made client is refused; others are undisturbed', async ({ world }) => {
  const [a, b] = await managers(world)
  const viewer = handMade(world.server, await passOf(world.server, VIEWER))
  const held = await viewer.synced(CUSTOMERS)
  viewer.act((tx) => tx.create(customers, newId(COMMON, Date.now()), { name: 'Чужая запись' }))
  await expect.poll(() => held.reasons).toEqual(['refused:role-forbids'])
  await expect.poll(() => world.server.log.some((line) => line.includes('role-forbids'))).toBe(true)
  await expectUndisturbed(a, b)
  await expect(row(a, 'Чужая запись')).toHaveCount(0)
  viewer.close()
})

test('a write under the name of another replica is refused; others are undisturbed', async ({ world }) => {
  const [a, b] = await managers(world)
  const [own, other] = [await passOf(world.server, ABDULOV), await passOf(world.server, VEDERKIN)]
  const forger = handMade(world.server, own, other.replica)
  const held = await forger.synced(CUSTOMERS)
  forger.act((tx) => tx.create(customers, newId(COMMON, Date.now()), { name: 'Подделка' }))
  await expect.poll(() => held.reasons).toEqual(['refused:update-foreign-replica'])
  await expectUndisturbed(a, b)
  await expect(row(a, 'Подделка')).toHaveCount(0)
  forger.close()
})

test('a move of another, rewritten, and a number are refused; whoever has the order open goes on undisturbed', async ({
  world,
}) => {
  const a = await world.at('/orders/customer', VEDERKIN)
  const open = new OrderCard(a.page)
  await a.page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await open.pick('Покупатель', 'АЛЬФАМАРТ')
  await open.button('Провести').click()
  await expect(open.card).toContainText(/ЗК-\d{4}/)
  const number = /ЗК-\d{4}/.exec((await open.card.textContent()) ?? '')?.[0] ?? ''
  const state = (await open.state.textContent()) ?? ''

  const forger = handMade(world.server, await passOf(world.server, ABDULOV))
  let held = await forger.synced(QUARTER)
  const refusal = async (path: (move: string) => string, value: Json) => {
    const order = [...held.records(orders).rows()].find((one) => one.number === number)
    const at = path(order?.moves[0]?.id ?? '')
    const key = formatKey(order?.id ?? '', at, forger.options.replica)
    held.doc.getMap('orders').set(key, formatWrite(forger.clock.tick(), [], value))
    const { reasons } = held
    await expect.poll(() => reasons).toHaveLength(1)
    held.provider.destroy()
    held = await forger.synced(QUARTER)
    expect(held.doc.getMap('orders').has(key)).toBe(false)
    return reasons[0]
  }
  const forged = { at: 1, kind: null, state: 'completed', completion: 'success', follows: [] }
  expect(await refusal((move) => `moves/${move}`, forged)).toBe('refused:update-rewrites')
  expect(await refusal((move) => `moves/${move}/state`, 'completed')).toBe('refused:update-rewrites')
  expect(await refusal(() => 'number', 'ЗК-9999')).toBe('refused:update-server-field')
  for (const code of ['update-rewrites', 'update-server-field'])
    await expect.poll(() => world.server.log.some((line) => line.includes(`"code":"${code}"`))).toBe(true)

  await open.set('Примечание', 'пишет дальше')
  await a.saved()
  await expect(open.card).toContainText(number)
  await expect(open.state).toHaveText(state)
  const noteThere = () => [...held.records(orders).rows()].find((one) => one.number === number)?.note
  await expect.poll(noteThere).toBe('пишет дальше')
  forger.close()
})

test('what was written before the role was taken away is not lost: it stands under «Не принято» with the reason', async ({
  world,
}) => {
  const [a, b] = await managers(world)
  const owner = await world.signedIn(OWNER)
  await openCustomer(a, 'АЛЬФАМАРТ')
  await a.ready()
  a.line.cut()
  await fillIn(card(a), 'Примечание', 'написано без сети')
  await expect(status(a)).toContainText('1 изменение ждет сети')
  await owner.open('/settings/people')
  await row(owner, 'Абдулов').first().click()
  await card(owner).getByRole('combobox', { name: 'Роль' }).click()
  await owner.page.getByRole('option', { name: 'Только чтение' }).click()
  await expect(card(owner).getByRole('combobox', { name: 'Роль' })).toContainText('Только чтение')
  a.line.restore()
  await status(a).getByRole('button', { name: 'Не принято: 1' }).click()
  const dialog = a.page.getByRole('dialog', { name: 'Не принято' })
  await expect(dialog).toContainText('Ваша роль этого не разрешает')
  await expect(dialog).toContainText('Покупатель АЛЬФАМАРТПримечаниенаписано без сети')
  expect(await serious(a.page)).toEqual([])
  await a.page.keyboard.press('Escape')
  await openCustomer(b, 'АЛЬФАМАРТ')
  await fillIn(card(b), 'Телефон', '777')
  await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('777')
  await status(a).getByRole('button', { name: 'Не принято: 1' }).click()
  await dialog.getByRole('button', { name: 'Понятно, убрать' }).click()
  await a.saved()
  await a.page.getByRole('button', { name: 'Вернуть как было' }).click()
  await status(a).getByRole('button', { name: 'Не принято: 1' }).click()
  await expect(dialog).toContainText('Покупатель АЛЬФАМАРТПримечание')
  await dialog.getByRole('button', { name: 'Понятно, убрать' }).click()
  await a.saved()
})

test('a role that is taken away shows at once, in every tab: a sentence says so, what it does not allow goes, what was being typed is not lost', async ({
  world,
}) => {
  const a = await world.signedIn(ABDULOV)
  const owner = await world.signedIn(OWNER)
  const beside = await a.context.newPage()
  await beside.goto(`${a.url}/customers`)
  const make = beside.getByRole('banner').getByRole('button', { name: 'Создать' })
  await expect(make).toBeVisible()
  await openCustomer(a, 'АЛЬФАМАРТ')
  await a.ready()
  await card(a).getByLabel('Примечание').first().fill('набрано и не записано')
  await owner.open('/settings/people')
  await row(owner, 'Абдулов').first().click()
  await card(owner).getByRole('combobox', { name: 'Роль' }).click()
  await owner.page.getByRole('option', { name: 'Только чтение' }).click()

  await expect(a.page.getByText('Ваша роль теперь «Только чтение»')).toBeVisible()
  await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).not.toBeEditable()
  await expect(a.page.getByRole('banner').getByRole('button', { name: 'Создать' })).toHaveCount(0)
  await status(a).getByRole('button', { name: 'Не принято: 1' }).click()
  const dialog = a.page.getByRole('dialog', { name: 'Не принято' })
  await expect(dialog).toContainText('Покупатель АЛЬФАМАРТПримечаниенабрано и не записано')
  await expect(beside.getByText('Ваша роль теперь «Только чтение»')).toBeVisible()
  await expect(make).toHaveCount(0)
})

test('a store with a foreign write in it: that one is not accepted, all else of the device goes through', async ({
  world,
}) => {
  const [a, b] = await managers(world)
  await openCustomer(a, 'АЛЬФАМАРТ')
  await a.ready()
  a.line.cut()
  await fillIn(card(a), 'Примечание', 'честно написано без сети')
  await expect(status(a)).toContainText('1 изменение ждет сети')
  await a.page.close()
  a.line.restore()
  const beside = await a.context.newPage()
  await beside.goto(`${a.url}/healthz`)
  const foreign = new Replica('ZZZZ')
  const id = newId(COMMON, Date.now())
  foreign.create('customers', id, { name: 'Не отсюда' })
  await tamper(beside, {
    document: CUSTOMERS,
    update: foreign.send(),
    collection: 'customers',
    key: formatKey(id, '', 'ZZZZ'),
  })
  await beside.goto(`${a.url}/customers`)
  const again: Device = Object.assign(Object.create(a), { page: beside })
  await status(again).getByRole('button', { name: 'Не принято: 1' }).click()
  await expect(beside.getByRole('dialog', { name: 'Не принято' })).toContainText('подписано чужим устройством')
  await beside.keyboard.press('Escape')
  await openCustomer(b, 'АЛЬФАМАРТ')
  await expect(card(b).getByLabel('Примечание').first()).toHaveValue('честно написано без сети')
  await row(again, 'АЛЬФАМАРТ').click()
  await fillIn(card(again), 'Телефон', '123')
  await expect(card(b).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('123')
  await expect(row(b, 'Не отсюда')).toHaveCount(0)
  await expect(row(again, 'Не отсюда')).toHaveCount(0)
})

test('the server’s disk full and freed: the device says that it waits, and then all of it is saved', {
  tag: '@waits',
}, async ({ browser }) => {
  test.skip(!MAY_MOUNT, 'a full disk takes the rights to mount one')
  const disk = mountSmallDisk('32m')
  const server = await startServer({ data: disk.path, args: ['--demo'] })
  const a = await newDevice(browser, server.port)
  try {
    await a.signIn(ABDULOV)
    await openCustomer(a, 'АЛЬФАМАРТ')
    await a.saved()
    disk.leave(0)
    const isFull = () => server.log.some((line) => line.includes('storage-failed'))
    let note = ''
    for (let i = 0; i < 60 && !isFull(); i++) {
      note = `${i} ${'длинное примечание '.repeat(3000)}`.trim()
      await fillIn(card(a), 'Примечание', note)
      await expect(status(a)).toContainText(/Сохранено на сервере|Отправля/)
    }
    await expect.poll(isFull).toBe(true)
    await expect(status(a)).toContainText(/изменени/)
    await fillIn(card(a), 'Телефон', '12345')
    disk.free()
    await expect(status(a)).toContainText('Сохранено на сервере', { timeout: 60_000 })
    const b = await newDevice(browser, server.port)
    await b.signIn(VEDERKIN)
    await openCustomer(b, 'АЛЬФАМАРТ')
    await expect(card(b).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('12345')
    await expect(card(b).getByLabel('Примечание').first()).toHaveValue(note)
    await b.close()
  } finally {
    await a.close()
    await server.close()
    disk.unmount()
  }
})
