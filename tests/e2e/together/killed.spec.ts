import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Relay, startRelay } from '../../support/relay/relay.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { type Device, keptDevice } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

const KILLS = 3

/** Ends the browser of a profile at once, tabs, workers and all, as a power cut would. */
function killBrowser(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (commandOf(pid).includes(profile)) process.kill(Number(pid), 'SIGKILL')
  }
}

/** Empty for a process that has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** A customer's card in two tabs of the device. */
async function openTwice(device: Device) {
  await device.open('/customers')
  await device.page.getByRole('grid').getByRole('row').filter({ hasText: 'АЛЬФАМАРТ' }).click()
  const second = await device.context.newPage()
  await second.goto(device.page.url())
  const [one, other] = [device.page, second].map((page) => page.getByRole('complementary'))
  if (!one || !other) throw new Error('There are two tabs')
  for (const card of [one, other]) await expect(card.getByLabel('Примечание').first()).toBeVisible()
  return { one, other }
}

test(`two tabs are killed in the middle of their writes ${KILLS} times: what was kept is there, and goes to the server`, async ({
  world,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-killed-'))
  const folders = { profile: join(folder, 'profile'), cache: join(folder, 'cache') }
  const line: Relay = await startRelay({ target: world.server.port })
  let device = await keptDevice(folders, line)
  try {
    await device.signIn(ABDULOV)
    await device.saved()
    await device.ready()
    // Who is signed in, the browser writes down when it is closed.
    await device.close()
    for (let kill = 0; kill < KILLS; kill++) {
      device = await keptDevice(folders, line)
      const { one, other } = await openTwice(device)
      line.cut()
      await fillIn(one, 'Примечание', `оставлено ${kill}`)
      await fillIn(other, 'Телефон', `+7 900 000-00-0${kill}`)
      await device.unsent()
      await device.kept()
      const amid = Promise.allSettled([fillIn(one, 'Адрес', `в пути ${kill}`), fillIn(other, 'ИНН', `${kill}`)])
      killBrowser(folders.profile)
      await amid
      await device.close()
      device = await keptDevice(folders, line)
      const again = await openTwice(device)
      for (const card of [again.one, again.other]) {
        await expect(card.getByLabel('Примечание').first()).toHaveValue(`оставлено ${kill}`)
        await expect(card.getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue(`+7 900 000-00-0${kill}`)
      }
      line.restore()
      await device.saved()
      await device.close()
    }
    const elsewhere = await world.signedIn(VEDERKIN)
    const seen = await openTwice(elsewhere)
    await expect(seen.one.getByLabel('Примечание').first()).toHaveValue(`оставлено ${KILLS - 1}`)
  } finally {
    await device.close()
    await line.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
