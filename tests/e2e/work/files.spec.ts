import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { CustomerCard } from '../support/screens/customer-card.ts'
import { PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test, type World } from '../support/world/world.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>top.ran = 1</script><image href="x" onerror="top.ran = 1"/></svg>'

const PDF = 'application/pdf'
const ONE_PAGE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const file = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** A photograph as a phone takes one: nothing of it packs well, so it goes in several pieces. */
async function photograph(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 700)
    const context = canvas.getContext('2d')
    const image = new ImageData(900, 700)
    for (let at = 0; at < image.data.length; at += 65_536)
      crypto.getRandomValues(new Uint8Array(image.data.buffer, at, Math.min(65_536, image.data.length - at)))
    context?.putImageData(image, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    return bytes.toBase64()
  })
  return Buffer.from(text, 'base64')
}

/** A picture of 484 million black pixels: 60 KB, and two gigabytes when it is decoded. */
function packedTight(side = 22_000): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(1, 8)
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

async function downloaded(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function give(card: Locator, button: string, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await card.getByLabel(button, { exact: true }).and(card.locator('input')).setInputFiles({ name, mimeType, buffer })
}

/** A phone with the card of a customer that it has just begun. */
async function onPhone(world: World) {
  const phone = await world.at('/customers', OWNER, { ...PHONE, touch: true })
  const at = new CustomerCard(phone.page)
  await at.begin('Кипрей')
  await phone.saved()
  return { phone, at }
}

test('W1, Q1, Q2, Q9, W10: a picture taken on a phone without a network arrives whole at another device; an SVG with a script runs nothing', async ({
  world,
}) => {
  const { phone, at } = await onPhone(world)
  const address = new URL(phone.page.url()).pathname
  await phone.ready()
  await at.tab('Файлы')
  await expect(at.card.getByText('Файлов пока нет')).toBeVisible()
  const photo = await photograph(phone.page)
  expect(photo.length).toBeGreaterThan(1_500_000)

  await test.step('taken and looked at without a network', async () => {
    phone.line.cut()
    await give(at.card, 'Снять', 'замер \u202eкухни.png', 'image/png', photo)
    await expect(file(phone.page, 'замер кухни.png')).toContainText('Ждет отправки')
    await phone.page.reload()
    await at.tab('Файлы')
    const row = file(phone.page, 'замер кухни.png')
    await expect(row).toContainText('Ждет отправки')
    const waits = phone.page.getByRole('status').filter({ hasText: /Ждут сети: 1 изменение, 1 файл/ })
    await expect(waits).toBeVisible()
    await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 240)
    await row.getByRole('button', { name: 'Открыть «замер кухни.png»' }).click()
    const shown = phone.page.getByRole('dialog').getByRole('img', { name: 'замер кухни.png' })
    await expect(shown).toHaveJSProperty('naturalWidth', 900)
    await phone.page.keyboard.press('Escape')
  })

  phone.line.restore()
  await expect(file(phone.page, 'замер кухни.png')).not.toContainText('Ждет отправки')
  await phone.saved()
  expect([...(await serious(phone.page)), ...(await spilled(phone.page))]).toEqual([])

  const desk = await world.at(address, ABDULOV)
  const card = new CustomerCard(desk.page)
  await test.step('whole on another device', async () => {
    await card.tab('Файлы')
    const row = file(desk.page, 'замер кухни.png')
    await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 240)
    await row.getByRole('button', { name: 'Действия с файлом «замер кухни.png»' }).click()
    const got = await downloaded(desk.page, () => desk.page.getByRole('menuitem', { name: 'Скачать' }).click())
    expect([got.name, hashOf(got.bytes)]).toEqual(['замер кухни.png', hashOf(photo)])
  })

  await test.step('an SVG is kept as it is, and never shown', async () => {
    await give(card.card, 'Добавить файлы', 'logo.svg', 'image/svg+xml', Buffer.from(SVG))
    const row = file(desk.page, 'logo.svg')
    await expect(row).toBeVisible()
    const got = await downloaded(desk.page, () => row.getByRole('button', { name: 'Открыть «logo.svg»' }).click())
    expect(got.bytes.toString()).toBe(SVG)
    await expect(desk.page.getByRole('dialog')).toHaveCount(0)
    expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false)
    await row.getByRole('button', { name: 'Действия с файлом «logo.svg»' }).click()
    await desk.page.getByRole('menuitem', { name: 'Удалить' }).click()
    await expect(row).toHaveCount(0)
    await desk.page.getByRole('button', { name: 'Вернуть как было' }).last().click()
    await expect(row).toBeVisible()
  })
  await test.step('a picture that would fill the memory is kept without being decoded', async () => {
    await give(card.card, 'Добавить файлы', 'черный.png', 'image/png', packedTight())
    const row = file(desk.page, 'черный.png')
    await expect(row).toBeVisible()
    await expect(row.locator('img')).toHaveCount(0)
  })
  await test.step('one that cannot be drawn says so', async () => {
    const spoiled = packedTight(10)
    spoiled.writeUInt8(255, 16)
    await give(card.card, 'Добавить файлы', 'битый.png', 'image/png', spoiled)
    await file(desk.page, 'битый.png').getByRole('button', { name: 'Открыть «битый.png»' }).click()
    const dialog = desk.page.getByRole('dialog')
    await expect(dialog.getByText('Этот файл не удалось показать')).toBeVisible()
    await expect(dialog.getByRole('img')).toHaveCount(0)
    await desk.page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
  expect(await serious(desk.page)).toEqual([])
})

test('Q1: on a device that has read nothing ahead a file is taken without a network; of a PDF that cannot be shown it is said', async ({
  world,
}) => {
  const { phone, at } = await onPhone(world)
  await at.tab('Файлы')
  await expect(at.card.getByText('Файлов пока нет')).toBeVisible()
  phone.line.cut()
  await give(at.card, 'Снять', 'замер.png', 'image/png', await phone.page.screenshot())
  await expect(file(phone.page, 'замер.png')).toContainText('Ждет отправки')
  await expect(file(phone.page, 'замер.png').locator('img')).toBeVisible()
  await give(at.card, 'Добавить файлы', 'смета.pdf', PDF, Buffer.from(ONE_PAGE))
  await expect(file(phone.page, 'смета.pdf')).toContainText('Ждет отправки')
  await file(phone.page, 'смета.pdf').getByRole('button', { name: 'Открыть «смета.pdf»' }).click()
  const shown = phone.page.getByRole('dialog', { name: 'смета.pdf' })
  await expect(shown).toContainText('PDF на этом устройстве еще не открывали')
  expect([...(await serious(phone.page)), ...(await spilled(phone.page))]).toEqual([])
  await phone.page.keyboard.press('Escape')
  phone.line.restore()
  await expect(file(phone.page, 'смета.pdf')).not.toContainText('Ждет отправки')
  await file(phone.page, 'смета.pdf').getByRole('button', { name: 'Открыть «смета.pdf»' }).click()
  await expect(shown.getByRole('img', { name: 'Страница 1 из 1' })).toHaveAttribute('data-drawn', 'true')
})
