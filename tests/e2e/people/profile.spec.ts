import type { Page } from '@playwright/test'
import { encode } from 'uqr'
import type { SecondFactorStart } from '../../../shared/accounts/api.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { choose } from '../../support/choices.ts'
import { codeFor, nextCodeFor } from '../../support/factors/totp.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, test, VIEWER } from '../support/world/world.ts'

const NEXT = 'другой длинный пароль'

/** Fills a field and leaves it. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.blur()
}

const section = (page: Page, name: string) => page.getByRole('region', { name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The sentence stands under its field, tied to it. */
async function expectWrong(page: Page, label: string, sentence: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence))
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Выйти' }).click()
  await expect(page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()
}

async function givePassword(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await fill(page, 'Почта', email)
  await fill(page, 'Пароль', password)
  await press(page, 'Войти')
}

/** «Это устройство»: what the browser keeps, how far it is with the server, and the buttons. This one promises nothing. */
async function expectThisDevice({ page }: Device): Promise<void> {
  const here = section(page, 'Это устройство')
  await expect(here).toContainText(/Занято\d+(,\d)?\sМБ из/)
  await expect(here).toContainText('Сверено с серверомСейчас')
  await expect(here).toContainText(/Версия\d+\.\d+\.\d+ \([\w-]{8}\)/)
  await expect(here).toContainText('браузер может стереть данные')
  await press(page, 'Попросить хранить')
  await expect(page.getByText('Браузер пока не обещает')).toBeVisible()
  await page.evaluate(() => dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => undefined })))
  await press(page, 'Установить программу')
  await expect(here.getByRole('button')).toHaveText(['Попросить хранить'])
}

test('name, language, theme and working hours are a person’s own, on every device', async ({ world }) => {
  const [tablet, laptop] = [await world.signedIn(VIEWER), await world.signedIn(VIEWER)]
  const { page } = tablet
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Профиль' }).click()
  await expect(page).toHaveURL(/\/profile$/)
  await fill(page, 'Имя', 'Кузьмин Павел')
  await expect(page.getByRole('button', { name: 'Меню пользователя: Кузьмин Павел' })).toBeVisible()
  await expect(laptop.page.getByRole('button', { name: 'Меню пользователя: Кузьмин Павел' })).toBeVisible()

  await choose(page, 'Темное')
  await page.getByRole('checkbox', { name: 'суббота' }).check()
  await fill(page, 'суббота, с', '20')
  await expectWrong(page, 'суббота, с', 'Начало дня позже конца')
  await fill(page, 'суббота, с', '1030')
  await fill(page, 'суббота, до', '15')
  await expect(page.getByRole('textbox', { name: 'суббота, с' })).toHaveValue('10:30')
  await tablet.saved()
  await expectThisDevice(tablet)

  await expect(laptop.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await laptop.open('/profile')
  await expect(laptop.page.getByRole('textbox', { name: 'суббота, с' })).toHaveValue('10:30')
  await expect(laptop.page.getByRole('textbox', { name: 'суббота, до' })).toHaveValue('15:00')
  await choose(laptop.page, 'English')
  await expect(page.getByRole('heading', { name: 'Working hours' })).toBeVisible()
})

test('hours that are set one right after the other are both kept', async ({ world }) => {
  const device = await world.at('/profile', VIEWER)
  const { page } = device
  const times = page.getByRole('textbox', { name: /^понедельник/ })
  await expect(times).toHaveCount(2)
  // Quicker than the first can be kept: no hand is, a slow tablet is slower still.
  await times.evaluateAll(
    (inputs, texts) => {
      for (const [i, input] of (inputs as HTMLInputElement[]).entries()) {
        input.focus()
        input.value = texts[i] ?? ''
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
        input.blur()
      }
    },
    ['1030', '15'],
  )
  await device.saved()
  await page.reload()
  await expect(times.first()).toHaveValue('10:30')
  await expect(times.last()).toHaveValue('15:00')
})

test('the password: what does not fit stands at its field; the other device must sign in again', async ({ world }) => {
  const [device, other] = [await world.at('/profile', ABDULOV), await world.signedIn(ABDULOV)]
  const { page } = device
  await fill(page, 'Нынешний пароль', 'не тот пароль')
  await fill(page, 'Новый пароль', 'короткий')
  await press(page, 'Сменить пароль')
  await expectWrong(page, 'Новый пароль', 'Возьмите не меньше 10 знаков')
  await fill(page, 'Новый пароль', NEXT)
  await press(page, 'Сменить пароль')
  await expectWrong(page, 'Нынешний пароль', 'Пароль не подходит')
  await fill(page, 'Нынешний пароль', DEMO_PASSWORD)
  await press(page, 'Сменить пароль')
  await expect(page.getByText('Пароль изменен')).toBeVisible()
  await other.page.reload()
  await givePassword(other.page, ABDULOV)
  await expect(other.page.getByRole('alert')).toContainText('Почта или пароль не подходят')
  await givePassword(other.page, ABDULOV, NEXT)
  await expect(other.page.getByRole('heading', { name: 'Заказ-наряды', exact: true })).toBeVisible()
})

/** Switches the second factor on through the page, and gives what the phone was told. */
async function turnOnCode({ page }: Device): Promise<SecondFactorStart> {
  await section(page, 'Вход с кодом').getByRole('button', { name: 'Включить' }).click()
  await fill(page, 'Ваш пароль', 'не тот пароль')
  await press(page, 'Дальше')
  await expectWrong(page, 'Ваш пароль', 'Пароль не подходит')
  await fill(page, 'Ваш пароль', DEMO_PASSWORD)
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/second-factor') && one.ok())
  await press(page, 'Дальше')
  const start = (await (await answer).json()) as SecondFactorStart
  await expect.poll(() => modulesOf(page)).toEqual(modulesFor(start.uri))
  await fill(page, 'Код из приложения', '12345')
  await press(page, 'Включить вход с кодом')
  await expectWrong(page, 'Код из приложения', 'В коде 6 цифр')
  await fill(page, 'Код из приложения', '000000')
  await press(page, 'Включить вход с кодом')
  await expectWrong(page, 'Код из приложения', 'Код не подходит')
  await fill(page, 'Код из приложения', codeFor(start.uri))
  await press(page, 'Включить вход с кодом')
  await expect(page.getByRole('list', { name: 'Запасные коды' }).getByRole('listitem')).toHaveText([
    ...start.backupCodes,
  ])
  await press(page, 'Я их сохранил')
  await expect(page.getByText('Осталось 10 запасных кодов')).toBeVisible()
  return start
}

/** The dark modules of the picture on the page, and those of a text. */
function modulesOf(page: Page): Promise<string | null> {
  return page.getByRole('img', { name: 'Картинка для приложения с кодами' }).locator('path').getAttribute('d')
}

function modulesFor(text: string): string {
  const { data } = encode(text, { border: 2, ecc: 'L' })
  return data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}

test('sign-in with a code: switched on, asked for, replaced by a backup code, switched off', async ({ world }) => {
  const device = await world.at('/profile', ABDULOV)
  const { page } = device
  const { uri, backupCodes } = await turnOnCode(device)
  await signOut(page)
  await givePassword(page, ABDULOV)
  await expect(page.getByRole('heading', { name: 'Код входа' })).toBeVisible()
  await fill(page, 'Код из приложения', '000000')
  await press(page, 'Войти')
  await expectWrong(page, 'Код из приложения', 'Код не подходит')
  await fill(page, 'Код из приложения', nextCodeFor(uri))
  await press(page, 'Войти')
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()

  await signOut(page)
  await givePassword(page, ABDULOV)
  await press(page, 'Телефона нет под рукой: ввести запасной код')
  await fill(page, 'Запасной код', backupCodes[0] ?? '')
  await press(page, 'Войти')
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await device.open('/profile')
  await expect(page.getByText('Осталось 9 запасных кодов')).toBeVisible()
  await section(page, 'Вход с кодом').getByRole('button', { name: 'Выключить' }).click()
  await fill(page, 'Ваш пароль', DEMO_PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Выключить' }).click()
  await expect(section(page, 'Вход с кодом').getByRole('button', { name: 'Включить' })).toBeVisible()
  await signOut(page)
  await givePassword(page, ABDULOV)
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
})

test('a passkey is added, named, signs in without a password, and is removed', async ({ world }) => {
  const device = await world.device()
  const { page } = device
  const cdp = await device.context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  // Passkeys are for names: an address of numbers has none.
  const home = device.url.replace('127.0.0.1', 'localhost')
  await page.goto(home)
  await givePassword(page, ABDULOV)
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await page.goto(`${home}/profile`)
  await press(page, 'Добавить ключ')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Название' }).fill('Рабочий ноутбук')
  await fill(page, 'Ваш пароль', DEMO_PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить ключ' }).click()
  const keys = section(page, 'Ключи входа')
  await expect(keys.getByRole('textbox', { name: 'Название' })).toHaveValue('Рабочий ноутбук')
  const name = keys.getByRole('textbox', { name: 'Название' })
  await name.fill('Ноутбук')
  await name.blur()
  await expect(keys.getByRole('button', { name: 'Удалить ключ «Ноутбук»' })).toBeVisible()

  await press(page, 'Добавить ключ')
  await fill(page, 'Ваш пароль', DEMO_PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить ключ' }).click()
  await expect(page.getByRole('alert')).toContainText('На этом устройстве уже есть ваш ключ входа')
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click()

  await signOut(page)
  await press(page, 'Войти с ключом входа')
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()

  await signOut(page)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await press(page, 'Войти с ключом входа')
  await expect(page.getByRole('alert')).toContainText('Ключ входа не получен')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await press(page, 'Войти с ключом входа')
  await expect(page.getByRole('heading', { name: 'Главная', exact: true })).toBeVisible()
  await page.goto(`${home}/profile`)
  await keys.getByRole('button', { name: 'Удалить ключ «Ноутбук»' }).click()
  await fill(page, 'Ваш пароль', 'не тот пароль')
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expectWrong(page, 'Ваш пароль', 'Пароль не подходит')
  await fill(page, 'Ваш пароль', DEMO_PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(keys.getByRole('textbox')).toHaveCount(0)
  await signOut(page)
  await press(page, 'Войти с ключом входа')
  await expect(page.getByRole('alert')).toContainText('Этот ключ входа здесь не известен')
})

test('another device of one’s own is seen and signed out; without a network it is said what cannot be changed', async ({
  world,
}) => {
  const [mine, lost] = [await world.at('/profile', ABDULOV), await world.signedIn(ABDULOV)]
  const { page } = mine
  const devices = section(page, 'Устройства').getByRole('listitem')
  await expect(devices.filter({ hasText: 'это устройство' })).toContainText('в сети · вход выполнен')
  const other = devices.filter({ hasNotText: 'это устройство' })
  await expect(other).toContainText('в сети · вход выполнен')
  await other.getByRole('button', { name: /Действия с устройством/ }).click()
  await page.getByRole('menuitem', { name: 'Завершить вход', exact: true }).click()
  await expect(other).toContainText('вход завершен, данные остались')
  await lost.page.reload()
  await expect(lost.page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()

  await mine.ready()
  mine.line.cut()
  await page.reload()
  await expect(page.getByText('Сервер не отвечает. Имя, пароль, вход и устройства можно менять')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Рабочие часы' })).toBeVisible()
})
