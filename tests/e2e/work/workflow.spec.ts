import type { Page } from '@playwright/test'
import { startMail, type Taken } from '../../../agents/sending/testing/smtp.ts'
import type { Mail, SendingChange } from '../../../shared/messages/sending.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { BoardPage } from '../support/screens/board.ts'
import { ABDULOV, expect, OWNER, test, type World } from '../support/world/world.ts'

const [MEASURE, DESIGN] = ['Выезд замерщика', 'Разработка дизайн-проекта']
const RULE = 'Уведомление покупателю'

/** Says where letters go. */
async function sendBy(page: Page, mail: Mail<string>): Promise<void> {
  const change: SendingChange = { mail, sms: null }
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/sending', { method: 'PUT', headers, body })
    return response.ok ? 'kept' : `${response.status} ${await response.text()}`
  }, JSON.stringify(change))
  expect(status).toBe('kept')
}

/** The owner says where letters go, and switches the demo company's rule on. */
async function switchOn(world: World, port: number): Promise<void> {
  const device = await world.at('/rules', OWNER)
  const { page } = device
  const fromAddress = 'office@assol.example'
  await sendBy(page, {
    ...{ host: '127.0.0.1', port, tls: 'none', user: '', password: '' },
    ...{ fromName: 'Кухни Ассоль', fromAddress },
  })
  await page.getByRole('switch', { name: `Включено: ${RULE}` }).click()
  await expect(page.getByRole('status').filter({ hasText: RULE })).toBeVisible()
  await device.saved()
}

const header = ({ raw }: Taken, name: string) => {
  const [head = ''] = raw.split('\r\n\r\n')
  const [, value = ''] = new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'mi').exec(head) ?? []
  return value.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_, text: string) => Buffer.from(text, 'base64').toString())
}

/** The texts of a letter, plain and HTML. */
function partsOf({ raw }: Taken): string[] {
  const encoded = [...raw.matchAll(/^Content-Transfer-Encoding: (\S+)\r\n(?:.*\S.*\r\n)*\r\n([\s\S]*?)\r\n--/gim)]
  return encoded.map(([, how = '', text = '']) =>
    (how === 'base64' ? Buffer.from(text, 'base64') : unquoted(text)).toString(),
  )
}

/** Text that was made quoted-printable. */
function unquoted(text: string): Buffer {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}

test('the example that it began with: dragged on the board to «Выезд замерщика», an order writes to its customer', {
  tag: '@waits',
}, async ({ world }) => {
  const mail = await startMail({ hideSTARTTLS: true })
  const { url, data } = world.server
  const agents = new AgentsProcess(['--url', url, '--data', data])
  await agents.start()
  await switchOn(world, mail.port)
  const device = await world.at('/orders/work/board', ABDULOV, { width: 2300, height: 900 })
  const { page } = device
  const board = new BoardPage(page)
  await expect(board.cards(DESIGN).first()).toBeVisible()
  const [number = ''] = await board.numbers(DESIGN)
  await board.drag(board.card(number), board.column(MEASURE))
  await expect(board.column(MEASURE)).toContainText(number)
  await device.saved()
  // It waits for half a minute, so that the move can be undone.
  await expect.poll(() => mail.taken.length, { timeout: 120_000 }).toBe(1)
  const [letter] = mail.taken
  if (!letter) throw new Error('no letter')
  expect(header(letter, 'subject')).toBe(`Уведомление о вашем заказе №${number}`)
  expect(letter.from).toBe('office@assol.example')
  const text = partsOf(letter).join('\n')
  expect(text).toContain(`Состояние вашего заказа №${number} от `)
  expect(text).toContain(`изменилось на ${MEASURE}.`)
  // Every parameter is filled.
  expect(text).not.toMatch(/[[\]]|\{\{/)
  await agents.stop()
  await mail.stop()
})
