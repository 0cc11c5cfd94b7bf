import type { Page } from '@playwright/test'
import type { Report, RequestsGiven } from '../../../shared/calls/protocol.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { hookLine, pairPhone } from '../../support/calls/paired-phone.ts'
import { serious } from '../support/hands/axe.ts'
import { PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** Of the demo company's customers. */
const KNOWN = { name: 'Ассоль-Дизайн', number: '8 (812) 555-01-12' }
const UNKNOWN = '+7 916 000-11-22'
const LATE = '+7 495 777 88 99'
const IGNORED = '8 800 200-10-20'

test.setTimeout(90_000)

const calls = (page: Page) => page.getByRole('region', { name: 'Звонки сейчас' })
const call = (page: Page, name: string) => calls(page).getByRole('article', { name })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

test('CD7, CD8, CD16, CD17, CD18, CD19, CD20: calls of a phone that speaks the protocol: known, unknown, not handled, missed; F12, talk, end, times; dialled from a card', async ({
  world,
}) => {
  const { page, context } = await world.at('/customers', ABDULOV)
  const agents = new AgentsProcess(['telephony', '--url', world.server.url, '--data', world.server.data])
  await agents.start()
  try {
    const phone = await pairPhone(world.server, ABDULOV, 'Мой Samsung')
    const tell = async (report: Report) => expect((await phone.report(report)).body).toMatchObject({ taken: 1 })

    // Somebody known: in both tabs; a note is kept while it rings, over a reload; F12 from inside of a field.
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.getByRole('row', { name: KNOWN.name })).toBeVisible()
    await tell({ call: '1', what: 'ringing', direction: 'in', number: KNOWN.number })
    const known = call(page, `Входящий звонок: ${KNOWN.name}`)
    await expect(known).toContainText('+7 812 555 01 12 через «Мой Samsung»')
    await expect(known).toContainText('Должны нам')
    await expect(call(other, `Входящий звонок: ${KNOWN.name}`)).toBeVisible()
    expect(await page.evaluate(() => document.activeElement?.closest('.calls'))).toBeNull()
    expect(await serious(page)).toEqual([])
    await known.getByLabel('Заметка к разговору').fill('Кухня у окна')
    await expect(other.getByLabel('Заметка к разговору')).toHaveValue('Кухня у окна')
    await page.reload()
    await expect(known.getByLabel('Заметка к разговору')).toHaveValue('Кухня у окна')
    await known.getByLabel('Заметка к разговору').press('F12')
    await expect(page).toHaveURL(/\/customers\/common-/)
    await expect(calls(other)).toHaveCount(0)
    await expect(page.locator(':focus')).not.toHaveCount(0)
    await tell({ call: '1', what: 'answered' })
    await expect(known).toContainText('Разговор 0:0')
    // Which one it is follows from what is planned, and so from the day.
    await expect(known.getByRole('combobox', { name: 'О каком заказе' })).toContainText(/ЗК-\d{4} · /)
    await page.keyboard.press('F12')
    await expect(page).toHaveURL(/\/events\/common-/)
    await expect(field(page, 'Содержание')).toHaveValue('Кухня у окна')
    await tell({ call: '1', what: 'ended' })
    await expect(known).toContainText('Разговор окончен')
    await expect(field(page, 'Окончание').first()).not.toHaveValue('')
    await known.getByRole('button', { name: 'Убрать' }).click()
    await expect(calls(page)).toHaveCount(0)

    // Somebody unknown becomes a customer, and is known the next time; then it is missed.
    await tell({ call: '2', what: 'ringing', direction: 'in', number: UNKNOWN })
    await expect(call(page, 'Входящий звонок: +7 916 000 11 22')).toBeVisible()
    await page.keyboard.press('Alt+F12')
    await page.getByRole('combobox', { name: 'Кто звонит' }).fill('Новиков Олег')
    await page.getByRole('option', { name: /Создать/ }).click()
    await expect(page.getByRole('heading', { name: 'Новиков Олег' })).toBeVisible()
    const said = await page.getByRole('status').filter({ hasText: 'Номер записан' }).boundingBox()
    const window = await calls(page).boundingBox()
    expect(said?.x).toBeGreaterThanOrEqual((window?.x ?? 0) + (window?.width ?? 0))
    await tell({ call: '2', what: 'missed' })
    await expect(calls(page)).toContainText('Пропущен')
    await calls(page).getByRole('button', { name: 'Убрать' }).click()
    await expect(calls(page)).toHaveCount(0)
    await tell({ call: '3', what: 'ringing', direction: 'in', number: UNKNOWN })
    await expect(call(page, 'Входящий звонок: Новиков Олег')).toBeVisible()
    await tell({ call: '3', what: 'missed' })
    await expect(calls(page)).toHaveCount(0)

    // A number that is put into the list shows no window from then on.
    await tell({ call: '4', what: 'ringing', direction: 'in', number: IGNORED })
    await calls(page).getByRole('button', { name: 'Другие действия' }).click()
    await page.getByRole('menuitem', { name: 'Не обрабатывать этот номер' }).click()
    await expect(calls(page)).toHaveCount(0)
    await tell({ call: '4', what: 'missed' })
    await tell({ call: '5', what: 'ringing', direction: 'in', number: IGNORED })

    // Dialled from the card: what the phone does is seen.
    const requests = phone.ask('/phone/v1/requests?wait=20')
    await page.getByRole('button', { name: 'Набрать +7 916 000 11 22' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Набрать', exact: true }).click()
    const [request] = ((await requests).body as unknown as RequestsGiven).requests
    expect(request).toMatchObject({ what: 'dial', number: '+79160001122' })
    const out = call(page, 'Исходящий звонок: Новиков Олег')
    await expect(out).toContainText('Телефон получил номер')
    const answers = { call: '6', direction: 'out', request: request?.id ?? '' } as const
    await tell({ ...answers, what: 'dialling' })
    await expect(out).toContainText('Набирает')
    await tell({ ...answers, what: 'failed', failure: 'busy' })
    await expect(calls(page).getByRole('article')).toHaveCount(1)
    const again = phone.ask('/phone/v1/requests?wait=20')
    await out.getByRole('button', { name: 'Повторить' }).click()
    const [second] = ((await again).body as unknown as RequestsGiven).requests
    expect(second).toMatchObject({ what: 'dial', number: '+79160001122' })
    await expect(calls(page).getByRole('article')).toHaveCount(1)
    await tell({ call: '9', direction: 'out', request: second?.id ?? '', what: 'answered' })
    await expect(out).toContainText('Разговор 0:0')
    await out.getByLabel('Заметка к разговору').press('Escape')
    await expect(calls(page)).toHaveCount(0)

    // Two have one number: whose the call is taken as has the card, whoever else is the likelier.
    await field(page, 'Телефон').fill(KNOWN.number)
    await field(page, 'Телефон').press('Enter')
    await page.getByRole('link', { name: 'Главная' }).click()
    await tell({ call: '7', what: 'ringing', direction: 'in', number: KNOWN.number })
    await expect(call(page, `Входящий звонок: ${KNOWN.name}`)).toContainText('Новиков Олег')
    await calls(page).getByRole('button', { name: 'Принять: Новиков Олег' }).click()
    await expect(page.getByRole('heading', { name: 'Новиков Олег' })).toBeVisible()
    await tell({ call: '7', what: 'missed' })
    await calls(page).getByRole('button', { name: 'Убрать' }).click()

    // Behind the call: an event of it out of the log, and its number handled no more.
    await tell({ call: '8', what: 'missed', number: LATE })
    await page.getByRole('link', { name: 'Журнал звонков' }).click()
    await page.getByRole('link', { name: LATE }).click()
    await page.getByRole('button', { name: 'Событие без покупателя' }).click()
    await page.getByRole('button', { name: 'Действия с событием' }).click()
    await page.getByRole('menuitem', { name: 'Не обрабатывать этот номер' }).click()
    await page
      .getByRole('link', { name: `Звонок ${LATE}` })
      .first()
      .click()
    await expect(page.getByText('Необрабатываемый номер', { exact: true }).last()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Набрать номер' })).toBeVisible()
    expect(await serious(page)).toEqual([])

    // A line rings for all; at a phone's width somebody else takes it, to whom numbers are links of the phone itself.
    const ring = await hookLine(world.server, OWNER, 'Офис')
    const { page: desk } = await world.at('/customers', OWNER, { ...PHONE, touch: true })
    await expect.poll(() => ring({ call: 'a', what: 'ringing', direction: 'in', number: KNOWN.number })).toBe(200)
    const rings = call(page, `Входящий звонок: ${KNOWN.name}`)
    await expect(rings).toBeVisible()
    await calls(desk)
      .getByRole('button', { name: `Принять: ${KNOWN.name}` })
      .tap()
    await expect(desk).toHaveURL(/\/customers\/common-/)
    await expect(rings).toHaveCount(0)
    await expect(desk.locator('a[href="tel:+78125550112"]').first()).toBeVisible()
    await expect(desk.getByRole('article')).toHaveCount(1)

    // Withheld, and other settings than the usual ones.
    await page.goto(new URL('/profile', page.url()).href)
    for (const [whose, act] of [
      ['Звонок известного абонента', 'Открыть карточку'],
      ['Звонок неизвестного абонента', 'Создать покупателя'],
    ] as const) {
      await page.getByRole('combobox', { name: whose }).click()
      await page.getByRole('option', { name: act }).click()
    }
    await tell({ call: '10', what: 'ringing', direction: 'in', number: 'anonymous' })
    const withheld = call(page, 'Входящий звонок: Номер скрыт')
    await expect(withheld).toBeVisible()
    await expect(withheld).not.toContainText('Неизвестный номер')
    await tell({ call: '10', what: 'missed' })
    await tell({ call: '11', what: 'ringing', direction: 'in', number: '+7 916 000-33-44' })
    await expect(call(page, 'Входящий звонок: +7 916 000 33 44')).toBeVisible()
    await page.keyboard.press('F12')
    await expect(page.getByRole('heading', { name: '+7 916 000 33 44' })).toBeVisible()
    await tell({ call: '11', what: 'missed' })
    await calls(page).getByRole('button', { name: 'Убрать' }).click()
    await page.getByRole('link', { name: 'Журнал звонков' }).click()
    await tell({ call: '12', what: 'ringing', direction: 'in', number: '+7 916 000-33-44' })
    await expect(call(page, 'Входящий звонок: +7 916 000 33 44')).toBeVisible()
    await page.keyboard.press('F12')
    await expect(page).toHaveURL(/\/customers\/common-/)
    await tell({ call: '12', what: 'missed' })
    await page.goto(new URL('/calls/all', page.url()).href)
    await page.locator('#root tr.table-row').first().click()
    await expect(page.getByRole('button', { name: 'Создать событие' })).toBeVisible()
  } finally {
    await agents.stop()
  }
})
