import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../../scripts/root.ts'
import { serious } from '../support/hands/axe.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN, VIEWER } from '../support/world/world.ts'

const run = promisify(execFile)
const crm = (...args: string[]) =>
  run(process.execPath, [join(ROOT, 'sync-server/cli/crm.ts'), ...args], {
    env: { ...process.env, LANG: 'ru_RU.UTF-8' },
  })

/** Opens the card of a customer of the demo company. */
async function opened({ page }: Device): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'АЛЬФАМАРТ' }).first().click()
  await expect(page.getByRole('complementary').getByLabel('Примечание').first()).toBeVisible()
}

async function fill({ page }: Device, label: string, text: string): Promise<void> {
  const field = page.getByRole('complementary').getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.blur()
}

test('a backup by the owner’s button, everything deleted, restored and verified: nothing is lost of what devices hold', async ({
  world,
}) => {
  const { server } = world
  const owner = await world.at('/settings/backups', OWNER)
  await expect(owner.page.getByText('еще не было')).toBeVisible()
  await owner.page.getByRole('button', { name: 'Сделать копию сейчас' }).click()
  await expect(owner.page.getByText('еще не было')).toBeHidden()
  expect(await serious(owner.page)).toEqual([])

  const tablet = await world.at('/customers', ABDULOV)
  await opened(tablet)
  await fill(tablet, 'Примечание', 'сохранено после копии')
  await tablet.saved()
  await tablet.ready()
  tablet.line.cut()
  await fill(tablet, 'Телефон', '777')
  await tablet.unsent()

  const stage = await mkdtemp(join(tmpdir(), 'voronka-restore-'))
  await server.stop()
  await cp(join(server.data, 'backups'), stage, { recursive: true })
  for (const name of await readdir(server.data)) await rm(join(server.data, name), { recursive: true })
  const [backup = ''] = await readdir(stage)
  const restored = await crm('restore', '--from', join(stage, backup), '--data', server.data)
  expect(restored.stdout).toContain('Запустите сервер')
  expect((await crm('verify', '--data', server.data)).stdout).toContain('Все цело')
  await server.restart()

  tablet.line.restore()
  await tablet.enter(ABDULOV, '/customers')
  await tablet.saved()
  const other = await world.at('/customers', VEDERKIN)
  for (const device of [tablet, other]) {
    await opened(device)
    const card = device.page.getByRole('complementary')
    await expect(card.getByLabel('Примечание').first()).toHaveValue('сохранено после копии')
    await expect(card.getByRole('textbox', { name: 'Телефон' }).first()).toHaveValue('777')
  }
  expect((await crm('verify', '--data', server.data)).stdout).toContain('Все цело')
  await rm(stage, { recursive: true })
})

test('backups are the owner’s: nobody else has them in the menu', async ({ world }) => {
  const viewer = await world.at('/settings/backups', VIEWER)
  await expect(viewer.page.getByText('Резервные копии видит владелец.')).toBeVisible()
  await expect(viewer.page.getByRole('link', { name: 'Резервные копии' })).toHaveCount(0)
})
