import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { startServer, type TestServer } from '../support/server.ts'

const CRM = join(import.meta.dirname, '../../sync-server/cli/crm.ts')
const PASSWORD = 'кухни-2026-надежно'

async function firstStart(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Название компании').fill('Кухни Мечты')
  await page.getByLabel('Ваше имя').fill('Ольга Павлова')
  await page.getByLabel('Почта').fill('olga@kitchens.example')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать компанию' }).click()
  await expect(page.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()
}

async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
}

test.describe('a server that is nobody’s yet', () => {
  let server: TestServer
  test.beforeEach(async () => {
    server = await startServer()
  })
  test.afterEach(() => server.close())

  test('whoever opens it first makes the company and can take an order at once', async ({ page }) => {
    await page.goto(server.url)
    await page.getByLabel('Название компании').fill('Кухни Мечты')
    await page.getByLabel('Ваше имя').fill('Ольга')
    await page.getByLabel('Почта').fill('это не почта')
    await page.getByLabel('Пароль', { exact: true }).fill('123')
    await page.getByRole('button', { name: 'Создать компанию' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.getByLabel('Название компании')).toHaveValue('Кухни Мечты')

    await firstStart(page, server.url)
    await page.getByRole('button', { name: 'Создать' }).first().click()
    await expect(page.getByRole('complementary').getByLabel('Вид и состояние').first()).toContainText('1.')
  })

  test('an invitation works once, a wrong password is told, signing out leaves nothing open', async ({
    page,
    browser,
  }) => {
    await firstStart(page, server.url)
    await page.goto(`${server.url}/settings/people`)
    await page.getByRole('button', { name: 'Создать' }).click()
    const name = page.getByRole('complementary').getByLabel('Имя')
    await name.fill('Иван Седов')
    await name.blur()
    await page.getByRole('button', { name: 'Пригласить' }).click()
    const link = await page.getByLabel(/Ссылка приглашения/).inputValue()

    const guest = await (await browser.newContext()).newPage()
    await guest.goto(link)
    await guest.getByLabel('Почта').fill('ivan@kitchens.example')
    await guest.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
    await guest.getByRole('button', { name: 'Принять приглашение' }).click()
    await expect(guest.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()

    const late = await (await browser.newContext()).newPage()
    await late.goto(link)
    await expect(late.getByText('Срок приглашения истек')).toBeVisible()

    await guest.getByRole('button', { name: /Меню пользователя/ }).click()
    await guest.getByRole('menuitem', { name: 'Выйти' }).click()
    await expect(guest.getByRole('button', { name: 'Войти' })).toBeVisible()
    await signIn(guest, server.url, 'ivan@kitchens.example', 'не тот пароль')
    await expect(guest.getByRole('alert')).toContainText('Почта или пароль не подходят')
    await signIn(guest, server.url, 'ivan@kitchens.example', PASSWORD)
    await expect(guest.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()
  })

  test('a forgotten password: a link from the command line makes a new one', async ({ page, browser }) => {
    await firstStart(page, server.url)
    const args = [CRM, 'reset-password', 'olga@kitchens.example', '--data', server.data, '--address', server.url]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const other = await (await browser.newContext()).newPage()
    await other.goto(stdout.trim())
    await other.getByLabel('Пароль', { exact: true }).fill('совсем-новый-пароль')
    await other.getByRole('button', { name: 'Сменить пароль' }).click()
    await expect(other.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible()
  })
})
