import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LETTER } from '../testing/letter.ts'
import { letterBox, OUTBOX, smsBox } from './outbox.ts'

let data: string

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'voronka-outbox-'))
})
afterEach(() => rm(data, { recursive: true }))

test('SN5: a letter without a mail server stands as a file that says all of it; tried again, it is the same file', async () => {
  const file = `${OUTBOX}/2026q4-1@example.ru.eml`
  const kept = { is: 'sent', outer: file, why: { code: 'keptHere', params: { file } } }
  const bytes = new Uint8Array([37, 80, 68, 70])
  const enclosures = [{ name: 'Счет № 7.pdf', type: 'application/pdf', bytes }]
  expect(await letterBox(data).send(LETTER)).toEqual(kept)
  expect(await letterBox(data).send({ ...LETTER, enclosures })).toEqual(kept)
  expect(await readdir(join(data, OUTBOX))).toEqual(['2026q4-1@example.ru.eml'])
  const raw = await readFile(join(data, file), 'utf8')
  expect(raw).toMatch(/^Message-ID: <2026q4-1@example\.ru>\r$/m)
  expect(raw).toContain(Buffer.from(bytes).toString('base64'))
})

test('SN5: an SMS without a gateway stands as a text; a name leads nowhere else', async () => {
  const sms = { id: '../../etc/x', to: '+79161234567', text: 'Заказ готов' }
  const outcome = await smsBox(data).send(sms)
  expect(outcome).toMatchObject({ is: 'sent', outer: `${OUTBOX}/.._.._etc_x.sms.txt` })
  expect(await readFile(join(data, OUTBOX, '.._.._etc_x.sms.txt'), 'utf8')).toBe('+79161234567\n\nЗаказ готов\n')
})

test('SN5: where it cannot be kept, it is tried later, and nothing half of it stands there', async () => {
  await writeFile(join(data, OUTBOX), 'in the way')
  expect(await letterBox(data).send(LETTER)).toMatchObject({ is: 'later', of: 'server', why: { code: 'notKept' } })
  await rm(join(data, OUTBOX))
  expect(await letterBox(data).send(LETTER)).toMatchObject({ is: 'sent' })
  expect(await readdir(join(data, OUTBOX))).toHaveLength(1)
})
