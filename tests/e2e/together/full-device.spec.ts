import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelay } from '../../support/relay/relay.ts'
import { MAY_MOUNT, mountSmallDisk } from '../../support/small-disk.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { type Device, keptDevice } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

const card = ({ page }: Device) => page.getByRole('complementary')
const status = ({ page }: Device) => page.getByRole('banner').getByRole('status')

const clearedOn = ({ page }: Device) => page.getByRole('alert').filter({ hasText: 'браузер стер ее данные' })

async function openCustomer(device: Device): Promise<void> {
  await device.open('/customers')
  await device.page.getByRole('grid').getByRole('row').filter({ hasText: 'АЛЬФАМАРТ' }).click()
  await expect(card(device).getByLabel('Примечание').first()).toBeVisible()
}

/** Asked to keep the data, a browser that may promise it does. */
async function expectKeptOnAsking(device: Device): Promise<void> {
  await device.open('/profile')
  const here = device.page.getByRole('region', { name: 'Это устройство' })
  await expect(here).toContainText('браузер может стереть данные')
  const devtools = await device.context.newCDPSession(device.page)
  const permission = { name: 'persistent-storage' }
  await devtools.send('Browser.setPermission', { origin: device.url, permission, setting: 'granted' })
  await here.getByRole('button', { name: 'Попросить хранить' }).click()
  await expect(here).toContainText('Браузер хранит данные, пока вы их сами не сотрете')
}

/** Notes what the program says of fetching from its next start on: in words, and by a bar. Gives what was said. */
async function hearFetching({ context, page }: Device) {
  await context.addInitScript(() => {
    const said: (readonly [words: string, bar: string])[] = []
    Object.assign(globalThis, { said })
    const note = () => {
      const bar = document.querySelector<HTMLElement>('.saved.fetching .meter > i')
      const words = bar?.closest('.saved')?.querySelector('.saved-long')?.textContent
      if (bar && words) said.push([words, bar.style.width])
    }
    new MutationObserver(note).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { said: [words: string, bar: string][] }).said)
}

/** A small disk for a browser's profile. */
function mountDisk() {
  const disk = mountSmallDisk('256m')
  const cache = mkdtempSync(join(tmpdir(), 'voronka-e2e-cache-'))
  const filler = join(disk.path, 'filler')
  return {
    folders: { profile: join(disk.path, 'profile'), cache },
    /** Takes all the room there is, to the last page. */
    fill(): void {
      for (const bytes of [1 << 20, 1 << 12]) appendUntilFull(filler, Buffer.alloc(bytes))
    },
    free: () => rmSync(filler),
    unmount(): void {
      disk.unmount()
      rmSync(cache, { recursive: true, force: true })
    },
  }
}

/** Has the browser of a profile promise to keep what a site keeps in it: on a full disk it clears all of it else, the program too. */
function promiseToKeep(profile: string, origin: string): void {
  const exceptions = { durable_storage: { [`${origin},*`]: { setting: 1 } } }
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { content_settings: { exceptions } } }),
  )
}

function appendUntilFull(path: string, chunk: Buffer): void {
  const file = openSync(path, 'a')
  try {
    for (;;) writeSync(file, chunk)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}

test('the device’s disk full and freed: it is said, work goes on and goes to the server, and then all of it is kept', async ({
  world,
}) => {
  test.skip(!MAY_MOUNT, 'a full disk takes the rights to mount one')
  const [disk, line] = [mountDisk(), await startRelay({ target: world.server.port })]
  promiseToKeep(disk.folders.profile, `http://127.0.0.1:${line.port}`)
  let a = await keptDevice(disk.folders, line)
  try {
    await a.signIn(ABDULOV)
    await openCustomer(a)
    await a.saved()
    await a.ready()
    // Who is signed in, the browser writes down half a minute later, or when it is closed: by then the disk may be full.
    await a.close()
    a = await keptDevice(disk.folders, line)
    await openCustomer(a)
    await a.saved()
    await a.ready()
    let note = ''
    let phone = ''
    let tries = 0
    // The browser makes a little room by itself now and then.
    await expect(async () => {
      disk.fill()
      note = `не поместилось ${++tries} ${'длинное примечание '.repeat(2000)}`.trim()
      await fillIn(card(a), 'Примечание', note)
      await expect(status(a)).toContainText('На устройстве нет места: новое на нем не сохраняется', { timeout: 3_000 })
    }).toPass()
    const b = await world.signedIn(VEDERKIN)
    await openCustomer(b)
    await expect(card(b).getByLabel('Примечание').first()).toHaveValue(note)

    line.cut()
    await expect(async () => {
      disk.fill()
      phone = `${12345 + ++tries}`
      await fillIn(card(a), 'Телефон', phone)
      await expect(status(a)).toContainText(/нет места: \d+ изменени\S+ пропад/, { timeout: 3_000 })
    }).toPass()
    disk.free()
    // Chromium may have found its store spoiled and begun it anew; what was in memory is on disk in either case.
    await expect(status(a)).toContainText(/\d+ изменени\S+ жд[еу]т сети|Браузер стер данные/)

    await a.close()
    a = await keptDevice(disk.folders, line)
    await openCustomer(a)
    await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue(phone)
    await expect(card(a).getByLabel('Примечание').first()).toHaveValue(note)
    await a.unsent()
    line.restore()
    await a.saved()
    await expect(card(b).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue(phone)
  } finally {
    await a.close()
    await line.close()
    disk.unmount()
  }
})

test('data that are cleared under the program are kept anew; those that are cleared while it is closed are told of; a browser that opens none is worked in, and says so', async ({
  world,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'voronka-e2e-device-'))
  const folders = { profile: join(root, 'profile'), cache: join(root, 'cache') }
  const line = await startRelay({ target: world.server.port })
  let a = await keptDevice(folders, line)
  try {
    await a.signIn(ABDULOV)
    await openCustomer(a)
    await a.saved()
    await a.ready()
    line.cut()
    await fillIn(card(a), 'Телефон', '12345')
    await expect(status(a)).toContainText('1 изменение ждет сети')
    const devtools = await a.context.newCDPSession(a.page)
    await devtools.send('Storage.clearDataForOrigin', { origin: a.url, storageTypes: 'indexeddb' })
    await expect(status(a)).toContainText('Браузер стер данные на этом устройстве')
    await fillIn(card(a), 'Почта', 'a@b.example')
    await a.kept()
    await a.close()
    a = await keptDevice(folders, line)
    await openCustomer(a)
    await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('12345')
    await expect(card(a).getByLabel('Почта').first()).toHaveValue('a@b.example')
    await expect(status(a)).toContainText('2 изменения ждут сети')
    line.restore()
    await a.saved()
    await expectKeptOnAsking(a)

    const databases = join(folders.profile, 'Default', 'IndexedDB')
    await openCustomer(a)
    line.cut()
    await fillIn(card(a), 'Почта', 'lost@b.example')
    await expect(status(a)).toContainText('1 изменение ждет сети')
    await a.close()
    rmSync(databases, { recursive: true })
    line.restore()
    a = await keptDevice(folders, line)
    const fetching = await hearFetching(a)
    await openCustomer(a)
    await expect(clearedOn(a)).toContainText('Пропало 1 изменение, которое не успело попасть на сервер.')
    await expect(card(a).getByLabel('Почта').first()).toHaveValue('a@b.example')
    const [[words, bar] = ['', '']] = await fetching()
    const [, synced = '', total = ''] = /^Загружается: (\d+) из (\d+)$/.exec(words) ?? []
    expect(Number.parseFloat(bar), words).toBeCloseTo((100 * Number(synced)) / Number(total), 3)
    await a.page.reload()
    await clearedOn(a).getByRole('button', { name: 'Понятно' }).click()
    await expect(clearedOn(a)).toHaveCount(0)
    await a.saved()

    await a.close()
    rmSync(databases, { recursive: true })
    writeFileSync(databases, 'no folder')
    a = await keptDevice(folders, line)
    await openCustomer(a)
    await expect(card(a).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('12345')
    await expect(status(a)).toContainText('Браузер не дает места: после закрытия вкладки ничего не останется')
    const b = await world.signedIn(VEDERKIN)
    await openCustomer(b)
    await fillIn(card(a), 'Телефон', '777')
    await expect(card(b).getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('777')
    line.cut()
    await fillIn(card(a), 'Телефон', '778')
    await a.page.getByRole('button', { name: /^Меню пользователя/ }).click()
    await a.page.getByRole('menuitem', { name: 'Выйти' }).click()
    const asked = a.page.getByRole('alertdialog')
    await expect(asked).toContainText('1 изменение еще не на сервере')
    await expect(asked).toContainText('На этом устройстве им нет места. Если выйти сейчас, они пропадут.')
    await expect(asked).not.toContainText('не записано')
  } finally {
    await a.close()
    await line.close()
    rmSync(root, { recursive: true })
  }
})
