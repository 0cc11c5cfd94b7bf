import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CHROMIUM } from '../../../scripts/chromium.ts'
import type { Device } from '../support/world/device.ts'
import { expect, test, type World } from '../support/world/world.ts'

type Page = Device['page']

const OWNER = { name: 'Ольга Громова', email: 'olga@salon.example', password: 'лошадь батарея скоба' }
const NEXT = 'другой длинный пароль'
const CRM = join(import.meta.dirname, '../../../sync-server/cli/crm.ts')

test.use({ company: 'none' })

/** Makes the company and its owner through the page. */
async function founded(world: World): Promise<Device> {
  const device = await world.device()
  await device.open('/')
  await fill(device.page, {
    'Название компании': 'Салон',
    'Ваше имя': OWNER.name,
    Почта: OWNER.email,
    Пароль: OWNER.password,
  })
  await device.page.getByRole('button', { name: 'Создать компанию' }).click()
  await expect(device.page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  return device
}

/** Makes a person and a link by which he may join; gives the link's path. */
async function invited(device: Device, name: string): Promise<string> {
  const { page } = device
  await device.open('/settings/people')
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  const card = page.getByRole('complementary')
  await fill(page, { Имя: name })
  await expect(card.getByRole('heading', { name })).toBeVisible()
  await card.getByRole('button', { name: 'Пригласить' }).click()
  return new URL(await card.getByRole('textbox', { name: 'Ссылка приглашения' }).inputValue()).pathname
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = page.getByRole('textbox', { name: label, exact: true })
    await field.fill(text)
    await field.blur()
  }
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Выйти' }).click()
  await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible()
}

test('the first page says at each field what does not fit, then makes the company with its starter kinds', async ({
  world,
}) => {
  const device = await world.device()
  const { page } = device
  await device.open('/')
  const submit = page.getByRole('button', { name: 'Создать компанию' })
  await submit.click()
  await expectWrong(page, 'Название компании', 'Заполните поле «Название компании»')
  await expectWrong(page, 'Ваше имя', 'Заполните поле «Ваше имя»')
  await fill(page, { 'Название компании': 'Салон', 'Ваше имя': OWNER.name, Почта: 'olga', Пароль: '12345' })
  await submit.click()
  await expectWrong(page, 'Почта', 'Это не адрес почты')
  await expectWrong(page, 'Пароль', 'Возьмите не меньше 10 знаков')
  await expect(page.getByRole('textbox', { name: 'Почта' })).toBeFocused()
  await fill(page, { Почта: OWNER.email, Пароль: OWNER.password })
  await expect(page.getByRole('alert')).toHaveCount(0)
  await submit.click()
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  await device.open('/settings/kinds')
  for (const kind of ['Продажа', 'Работа']) await expect(page.getByRole('row').filter({ hasText: kind })).toHaveCount(1)
  await page.getByRole('row').filter({ hasText: 'Продажа' }).click()
  for (const [i, state] of [
    'Новый',
    'Согласование',
    'Ожидает оплаты',
    'Ожидает поставки',
    'Готов к отгрузке',
    'Завершен',
  ].entries())
    await expect(page.getByRole('complementary').getByText(`${i + 1}. ${state}`)).toBeVisible()
})

test('a field that was led to by itself is left for good: what is typed next stands in the next one', async ({
  world,
}) => {
  const { page, open } = await world.device().then((device) => ({ page: device.page, open: device.open.bind(device) }))
  await open('/')
  await page.getByRole('button', { name: 'Создать компанию' }).click()
  await expectWrong(page, 'Название компании', 'Заполните поле «Название компании»')
  await page.keyboard.type('Салон')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ольга')
  await expect(page.getByRole('textbox', { name: 'Ваше имя' })).toHaveValue('Ольга')
  await expect(page.getByRole('textbox', { name: 'Название компании' })).toHaveValue('Салон')
})

test('from another computer the first page asks for the code that the server prints', async ({ world, playwright }) => {
  const { port, setUpCode } = world.server
  const address = `http://office.test:${port}`
  const browser = await playwright.chromium.launch({
    executablePath: CHROMIUM,
    args: ['--host-resolver-rules=MAP office.test 127.0.0.1', `--unsafely-treat-insecure-origin-as-secure=${address}`],
  })
  const page = await browser.newPage({ locale: 'ru-RU' })
  await page.goto(address)
  const submit = page.getByRole('button', { name: 'Создать компанию' })
  await fill(page, {
    'Название компании': 'Салон',
    'Ваше имя': OWNER.name,
    Почта: OWNER.email,
    Пароль: OWNER.password,
  })
  await submit.click()
  await expectWrong(page, 'Код первого запуска', 'Заполните поле «Код первого запуска»')
  await fill(page, { 'Код первого запуска': '1234' })
  await submit.click()
  await expectWrong(page, 'Код первого запуска', 'Код не подходит')
  await fill(page, { 'Код первого запуска': setUpCode ?? '' })
  await submit.click()
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await world.server.restart()
  expect(world.server.setUpCode).toBeNull()
  await browser.close()
})

test('an invitation from a person’s card is accepted in another browser, once', async ({ world }) => {
  const owner = await founded(world)
  const path = await invited(owner, 'Борис')
  const guest = await world.device()
  await guest.open(path)
  await expect(guest.page.getByText('Салон приглашает вас: Борис')).toBeVisible()
  await fill(guest.page, { Почта: 'boris@salon.example', Пароль: 'короткий' })
  await guest.page.getByRole('button', { name: 'Принять приглашение' }).click()
  await expectWrong(guest.page, 'Пароль', 'Возьмите не меньше 10 знаков')
  await fill(guest.page, { Пароль: NEXT })
  await guest.page.getByRole('button', { name: 'Принять приглашение' }).click()
  await expect(guest.page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await expect(guest.page).toHaveURL(/\/home$/)
  const other = await world.device()
  await other.open(path)
  await expect(other.page.getByText('Приглашение больше не действует')).toBeVisible()
  await owner.page.reload()
  await expect(owner.page.getByRole('complementary').getByText('boris@salon.example')).toBeVisible()
})

test('a link from the owner gives a new password, once; the old one is a sentence, not a way in', async ({ world }) => {
  const owner = await founded(world)
  const path = await invited(owner, 'Борис')
  const boris = await world.device()
  await boris.open(path)
  await fill(boris.page, { Почта: 'boris@salon.example', Пароль: OWNER.password })
  await boris.page.getByRole('button', { name: 'Принять приглашение' }).click()
  await signOut(boris.page)
  await owner.page.reload()
  const card = owner.page.getByRole('complementary')
  await card.getByRole('button', { name: 'Ссылка для нового пароля' }).click()
  const reset = new URL(await card.getByRole('textbox', { name: 'Ссылка для нового пароля' }).inputValue()).pathname
  await boris.open(reset)
  await fill(boris.page, { Пароль: NEXT })
  await boris.page.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(boris.page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await signOut(boris.page)
  await boris.open(reset)
  await expect(boris.page.getByText('Ссылка для нового пароля больше не действует')).toBeVisible()
  await boris.open('/')
  await fill(boris.page, { Почта: 'boris@salon.example', Пароль: OWNER.password })
  await boris.page.getByRole('button', { name: 'Войти' }).click()
  await expect(boris.page.getByRole('alert')).toContainText('Почта или пароль не подходят')
  await fill(boris.page, { Пароль: NEXT })
  await boris.page.getByRole('button', { name: 'Войти' }).click()
  await expect(boris.page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
})

test('a forgotten password of the only owner: a link from the command line', async ({ world }) => {
  const owner = await founded(world)
  await signOut(owner.page)
  const { stdout } = await promisify(execFile)(process.execPath, [
    CRM,
    'reset-password',
    OWNER.email,
    '--data',
    world.server.data,
  ])
  await owner.open(new URL(stdout.trim()).pathname)
  await expect(owner.page.getByText(OWNER.email)).toBeVisible()
  await fill(owner.page, { Пароль: NEXT })
  await owner.page.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(owner.page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
})

/** The sentence stands under the field, tied to it. */
async function expectWrong(page: Page, label: string, sentence: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence))
}
