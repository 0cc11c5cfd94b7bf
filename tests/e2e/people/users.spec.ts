import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { codeFor } from '../../support/factors/totp.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test, VIEWER } from '../support/world/world.ts'

/** Opens the card of somebody among the people. */
async function opened(owner: Device, name: string) {
  await owner.open('/settings/people')
  await owner.page.getByRole('row').filter({ hasText: name }).click()
  return owner.page.getByRole('complementary')
}

test('an invitation shows its link once, until when it holds; a new link ends the old one; it is withdrawn', async ({
  world,
}) => {
  const owner = await world.at('/settings/people', OWNER)
  const { page } = owner
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  const card = page.getByRole('complementary')
  const name = page.getByRole('textbox', { name: 'Имя', exact: true })
  await name.fill('Борис')
  await name.blur()
  await expect(card.getByRole('heading', { name: 'Борис' })).toBeVisible()
  await card.getByRole('button', { name: 'Пригласить' }).click()
  const link = card.getByRole('textbox', { name: 'Ссылка приглашения' })
  await expect(card.getByText('Приглашен: Менеджер.')).toBeVisible()
  await expect(card.getByText(/Действует один раз, до \d/)).toBeVisible()
  await expect(card.getByRole('img', { name: 'Ссылка приглашения как код для камеры' })).toBeVisible()
  const first = new URL(await link.inputValue()).pathname
  await card.getByRole('button', { name: 'Новая ссылка' }).click()
  await expect(link).not.toHaveValue(new RegExp(first))
  const second = new URL(await link.inputValue()).pathname
  const guest = await world.device()
  await guest.open(first)
  await expect(guest.page.getByText('Приглашение больше не действует')).toBeVisible()
  await guest.open(second)
  await expect(guest.page.getByText('приглашает вас: Борис')).toBeVisible()
  await page.reload()
  await expect(card.getByText('Ссылка показывается один раз')).toBeVisible()
  await card.getByRole('button', { name: 'Отозвать приглашение' }).click()
  await expect(card.getByRole('button', { name: 'Пригласить' })).toBeVisible()
  await guest.page.reload()
  await expect(guest.page.getByText('Приглашение больше не действует')).toBeVisible()
})

test('a person without a name is asked for it before the invitation', async ({ world }) => {
  const { page } = await world.at('/settings/people', OWNER)
  const card = page.getByRole('complementary')
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.getByRole('button', { name: 'Пригласить' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Впишите имя сотрудника' })).toBeVisible()
  await card.getByRole('textbox', { name: 'Имя' }).fill('Борис')
  await card.getByRole('button', { name: 'Пригласить' }).click()
  await expect(card.getByRole('textbox', { name: 'Ссылка приглашения' })).toBeVisible()
})

test('the owner sees a person’s devices and signs one out', async ({ world }) => {
  const [owner, tablet] = [await world.signedIn(OWNER), await world.signedIn(ABDULOV)]
  await tablet.saved()
  const card = await opened(owner, 'Абдулов')
  const device = card.getByRole('region', { name: 'Устройства' }).getByRole('listitem')
  await expect(device).toContainText('в сети · вход выполнен')
  await device.getByRole('button', { name: /Действия с устройством/ }).click()
  await owner.page.getByRole('menuitem', { name: 'Завершить вход', exact: true }).click()
  await expect(device).toContainText('вход завершен, данные остались')
  await tablet.page.reload()
  await expect(tablet.page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()
})

test('whose account is disabled is signed out and let in no more, until it is enabled', async ({ world }) => {
  const [owner, tablet] = [await world.signedIn(OWNER), await world.signedIn(ABDULOV)]
  await tablet.saved()
  const { page } = tablet
  const card = await opened(owner, 'Абдулов')
  await card.getByRole('button', { name: 'Отключить вход' }).click()
  await expect(card.getByText(/^Вход отключен/)).toBeVisible()
  await page.reload()
  const enter = page.getByRole('button', { name: 'Войти', exact: true })
  await page.getByLabel('Почта').fill(ABDULOV)
  await page.getByLabel('Пароль', { exact: true }).fill(DEMO_PASSWORD)
  await enter.click()
  await expect(page.getByText('Доступ этого пользователя закрыт. Обратитесь к владельцу.')).toBeVisible()
  await card.getByRole('button', { name: 'Включить вход' }).click()
  await expect(card.getByText(/^Вход отключен/)).toHaveCount(0)
  await enter.click()
  await tablet.saved()
})

test('the owner has a tablet’s data wiped: it sends what it has, drops everything, and both are told', async ({
  world,
}) => {
  const [owner, tablet] = [await world.signedIn(OWNER), await world.signedIn(ABDULOV)]
  await new OrderList(tablet.page).rows().first().click()
  const order = new OrderCard(tablet.page)
  await expect(order.field('Контакт')).toBeVisible()
  const path = new URL(tablet.page.url()).pathname
  await tablet.saved()
  tablet.line.cut()
  await order.set('Контакт', 'до потери планшета')
  await tablet.unsent()

  const card = await opened(owner, 'Абдулов')
  const device = card.getByRole('region', { name: 'Устройства' }).getByRole('listitem')
  await device.getByRole('button', { name: /Действия с устройством/ }).click()
  await owner.page.getByRole('menuitem', { name: 'Завершить вход и стереть данные' }).click()
  await owner.page.getByRole('alertdialog').getByRole('button', { name: 'Завершить вход и стереть данные' }).click()
  await expect(device).toContainText('данные сотрутся, когда устройство выйдет в сеть')

  tablet.line.restore()
  await expect(tablet.page.getByRole('heading', { name: 'Данные с этого устройства стираются' })).toBeVisible()
  const databases = () => tablet.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  await expect.poll(async () => (await databases()).filter((name) => name.includes('/'))).toEqual([])
  await expect(async () => {
    await owner.page.reload()
    await expect(device).toContainText('данные стерты', { timeout: 5000 })
  }).toPass()
  await expect(device).not.toContainText('не отправлено')
  await owner.open(path)
  await new OrderCard(owner.page).expects('Контакт', 'до потери планшета')
  await tablet.page.getByRole('button', { name: 'Войти' }).click()
  await tablet.signIn(ABDULOV)
  await tablet.saved()
})

test('who has lost the phone is let in again: the owner resets the code', async ({ world }) => {
  const [owner, person] = [await world.signedIn(OWNER), await world.signedIn(VIEWER)]
  const { uri } = await person.page.evaluate(async (password) => {
    const ask = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      return await (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    return await ask('/api/second-factor', { password })
  }, DEMO_PASSWORD)
  const code = codeFor(uri)
  await person.page.evaluate(async (typed) => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/second-factor/confirm', { method: 'POST', headers, body: JSON.stringify({ code: typed }) })
  }, code)
  const card = await opened(owner, 'Кузьмин')
  await expect(card.getByText(/· вход с кодом/)).toBeVisible()
  await card.getByRole('button', { name: 'Сбросить код и ключи' }).click()
  await owner.page.getByRole('alertdialog').getByRole('button', { name: 'Сбросить код и ключи' }).click()
  await expect(card.getByText(/· вход без кода/)).toBeVisible()
  const fresh = await world.device()
  await fresh.signIn(VIEWER)
})
