import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FIELDS } from '../../ordering/filled.ts'
import { fieldsIn, type Got, type OpenDoor, openDoor, type Visitor } from '../../testing/open-door.ts'
import { CATALOGUE, CHAIR } from '../../testing/samples.ts'
import { SHOP_WORDS } from '../../words.ts'

const WORDS = SHOP_WORDS.ru
const OWN = { name: 'Иван Петров', phone: '+7 905 123-45-67', email: 'ivan@people.example', consent: 'yes' }
const MINUTE = 60_000

let site: OpenDoor
let visitor: Visitor
beforeEach(async () => {
  site = await openDoor()
  visitor = site.visitor()
})
afterEach(() => site.close())

/** The form of an order of two tables, as if it had been shown a minute ago. */
async function formShown() {
  await visitor.post('/cart', { add: 'table', quantity: '2' })
  return aged(fieldsIn((await visitor.get('/order')).text))
}

const aged = (fields: ReturnType<typeof fieldsIn>, ms = MINUTE) => ({
  ...fields,
  form: site.aged(String(fields.form), ms),
})
const send = (fields: Record<string, string | string[]>) => visitor.post('/order', fields)
const ordered = async () => (await site.queue()).filter(({ did }) => did === 'ordered')

test('ST7: a visitor without script orders, is thanked, and the order waits for the office', async () => {
  const thanks = await send({ ...(await formShown()), ...OWN, address: 'Тула', note: 'Две\r\nстроки', news: 'yes' })
  expect([thanks.status, thanks.path]).toEqual([200, expect.stringMatching(/^\/order\/[\w-]{22}$/)])
  expect(thanks.text).toContain(WORDS.state.fresh)
  expect(thanks.text).toContain('Стол кухонный')
  expect(footOf(thanks.text)).toEqual([[WORDS.cartPage.total, '25 000 ₽']])
  const lines = [{ product: 'table', name: 'Стол кухонный', quantity: 2000, price: 1_250_000 }]
  const { consent: _, ...own } = OWN
  const order = { ...own, address: 'Тула', note: 'Две\nстроки', company: '', inn: '', wantsNews: true, lines }
  expect(await ordered()).toMatchObject([
    { number: 1, did: 'ordered', order: { ...order, token: thanks.path.slice(7) } },
  ])
  expect(visitor.cookies.size).toBe(0)
  expect((await visitor.get('/cart')).text).toContain(WORDS.cartPage.empty)
})

test('ST7: the same form sent again is the same order, also after the office has it', async () => {
  const form = { ...(await formShown()), ...OWN }
  const [first, again] = [await send(form), await send(form)]
  expect(again.path).toBe(first.path)
  await site.agent('/settled', 'POST', '{"upTo":1}')
  expect((await send({ ...form, name: '' })).path).toBe(first.path)
  expect(await ordered()).toEqual([])
})

test('ST7: the page of an order shows what the office told last', async () => {
  const { path } = await send({ ...(await formShown()), ...OWN })
  const lines = [{ name: 'Стол кухонный', quantity: 1000, price: 1_200_000 }]
  const told = { token: path.slice(7), number: '0042', state: '2. В работе', hue: 200, total: 1_200_000, lines }
  const tell = (more: object) =>
    site.agent('/orders', 'PUT', JSON.stringify([{ ...told, isDone: false, isCancelled: false, ...more }]))
  await tell({ changed: 10 })
  await tell({ changed: 9, state: 'раньше' })
  const { text } = await visitor.get(path)
  for (const one of ['Заказ 0042', '2. В работе', 'mark-7']) expect(text).toContain(one)
  expect(text).not.toContain('раньше')
  await tell({ changed: 10, total: 1_080_000 })
  const less = (await visitor.get(path)).text
  expect(footOf(less)).toEqual([
    [WORDS.cartPage.discount, '−1 200 ₽'],
    [WORDS.cartPage.total, '10 800 ₽'],
  ])
  await tell({ changed: 10, total: 1_296_000, vat: 216_000 })
  expect(footOf((await visitor.get(path)).text)).toEqual([
    [WORDS.cartPage.discount, '−1 200 ₽'],
    [WORDS.cartPage.vat, '2 160 ₽'],
    [WORDS.cartPage.total, '12 960 ₽'],
  ])
  await tell({ changed: 11, isCancelled: true })
  expect((await visitor.get(path)).text).toContain(WORDS.state.cancelled)
  expect((await visitor.get('/order/nothing')).status).toBe(404)
  await site.publish({ ...CATALOGUE, isOn: false })
  expect((await visitor.get(path)).status).toBe(200)
  expect((await visitor.get('/catalogue')).status).toBe(503)
})

test.each([
  ['nobody', { name: '' }, WORDS.order.wrong.name],
  ['no way to answer', { phone: '', email: '' }, WORDS.order.wrong.reach],
  ['a phone that is none', { phone: '12' }, WORDS.order.wrong.phone],
  ['an address of mail that is none', { email: 'ivan' }, WORDS.order.wrong.email],
  ['an INN of nine digits', { inn: '770708389' }, WORDS.order.wrong.innLength],
  ['an INN with a slip', { inn: '7707083894' }, WORDS.order.wrong.innDigits],
  ['no consent', { consent: '' }, WORDS.order.wrong.consent],
  ['too long a note', { note: 'а'.repeat(2001) }, 'не больше 2000 знаков'],
])('ST8: %s: a sentence stands at the field, and all that was typed stays', async (_what, change, sentence) => {
  const typed = { ...OWN, address: 'Тула, "Кремль" <1>', company: 'ООО & Ко', note: 'Звоните', ...change }
  const page = await send({ ...(await formShown()), ...typed })
  expect(page.status).toBe(422)
  expect(page.text).toContain(sentence)
  expect(page.text).toContain('aria-invalid="true"')
  const { consent, ...fields } = typed
  expect(fieldsIn(page.text)).toMatchObject(fields)
  expect(page.text.includes('name="consent" value="yes" checked')).toBe(consent === 'yes')
  expect(await ordered()).toEqual([])
})

test('ST8: what has changed meanwhile is told in words, and ordered only once the visitor has seen it', async () => {
  const form = { ...(await formShown()), ...OWN, note: 'мой текст' }
  const dearer = {
    ...CATALOGUE,
    goods: CATALOGUE.goods.map((one) => ({ ...one, price: one.price + 100, stock: 1000 })),
  }
  await site.publish(dearer)
  const page = await send(form)
  expect(page.status).toBe(422)
  expect(page.text.replaceAll(/\s/g, ' ')).toContain('Стол кухонный: было 12 500 ₽, теперь 12 501 ₽.')
  expect(page.text).toContain('Стол кухонный: осталось 1, было 2.')
  expect(fieldsIn(page.text)).toMatchObject({ note: 'мой текст' })
  await send({ ...aged(fieldsIn(page.text)), ...OWN })
  expect(await ordered()).toMatchObject([{ order: { lines: [{ quantity: 1000, price: 1_250_100 }] } }])
})

test('ST8: goods that are gone are told of by name, and an order of nothing is none', async () => {
  const form = { ...(await formShown()), ...OWN }
  await site.publish({ ...CATALOGUE, goods: [CHAIR] })
  const page = await send(form)
  expect(page.text).toContain('Стол кухонный: больше не продается')
  expect(page.text).toContain(WORDS.order.changes.empty)
  expect((await send({ ...aged(fieldsIn(page.text)), ...OWN })).status).toBe(422)
  expect(await ordered()).toEqual([])
})

test('ST8: a lower price in the form is none', async () => {
  const form = await formShown()
  const forged = await send({ ...form, ...OWN, line: 'table:2:1:Стол' })
  expect(forged.status).toBe(422)
  expect(await ordered()).toEqual([])
})

type Fields = ReturnType<typeof fieldsIn>
const { again } = WORDS.order

test.each<[string, string, (form: Fields) => Fields]>([
  ['too quickly', again.quick, (form) => aged(form, -MINUTE)],
  ['too late', again.old, (form) => aged(form, 25 * 60 * MINUTE)],
  ['with another’s signature', again.forged, (form) => ({ ...form, form: 'x.1.y' })],
  ['with the hidden field', again.trap, (form) => ({ ...form, website: 'http://spam.example' })],
])('ST9: a form that comes %s is asked for again, with all of it, and goes then', async (_how, sentence, change) => {
  const page = await send(change({ ...(await formShown()), ...OWN, note: 'мой текст' }))
  expect([page.status, page.text.includes(sentence)]).toEqual([422, true])
  expect(fieldsIn(page.text)).toMatchObject({ name: OWN.name, note: 'мой текст', website: '' })
  expect(await ordered()).toEqual([])
  const next = await send({ ...aged(fieldsIn(page.text)), ...OWN })
  expect(next.path).toMatch(/^\/order\/.+/)
  expect(await ordered()).toHaveLength(1)
})

test('ST9: whoever sends more than anybody does waits, with all that was typed; others do not', async () => {
  const form = { ...(await formShown()), ...OWN, consent: '' }
  const sent: Got[] = []
  for (let n = 0; n < 21; n++) sent.push(await send(form))
  expect(sent.slice(0, 20).map(({ status }) => status)).toEqual(Array(20).fill(422))
  expect(sent[20]?.status).toBe(429)
  expect(sent[20]?.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(sent[20]?.text).toContain(WORDS.order.again.often)
  expect(fieldsIn(sent[20]?.text ?? '')).toMatchObject({ name: OWN.name })
})

test('ST9: whoever has a whole half of IPv6 is one; another half, and another address of IPv4, is another', async () => {
  const behind = await openDoor(undefined, ['--behind-proxy'])
  const from = async (address: string) => {
    const headers = { 'x-forwarded-for': address }
    const init = { method: 'POST', body: new URLSearchParams({ name: 'x' }), headers }
    return (await fetch(`${behind.url}/order`, init)).status
  }
  for (let n = 1; n <= 20; n++) expect(await from(`2001:db8:0:7::${n.toString(16)}`)).toBe(422)
  expect(await from('2001:0DB8:0:7:ffff:ffff:ffff:ffff')).toBe(429)
  expect(await from('2001:db8:0:8::1')).toBe(422)
  expect(await from('192.0.2.7')).toBe(422)
  await behind.close()
})

test('ST9: 10 MB are refused by a sentence, whole or in pieces, and other shapes too', async () => {
  const large = `name=${'x'.repeat(10 * 1024 * 1024)}`
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const pieces = new ReadableStream({
    start(to) {
      for (let n = 0; n < 160; n++) to.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)))
      to.close()
    },
  })
  for (const body of [large, pieces]) {
    const init = { method: 'POST', headers: type, body, duplex: 'half' } as RequestInit
    const answer = await fetch(`${site.url}/order`, init)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain(WORDS.lost.large)
  }
  const json = await fetch(`${site.url}/order`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect([json.status, await json.text()]).toEqual([415, expect.stringContaining(WORDS.lost.shape)])
})

test('ST10: whatever is typed, it is text: nothing of it becomes an element, and nothing is lost', async () => {
  const form = await formShown()
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</textarea><svg onload=x>',
      '\u2028{{x}}',
      '&amp;',
    ),
  )
  const name = fc.constantFrom(...Object.keys(FIELDS))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, text), async (typed) => {
      const page = await fetch(`${site.url}/order`, {
        method: 'POST',
        body: bodyOf({ ...form, ...typed, consent: '' }),
      })
      expect([422, 429]).toContain(page.status)
      const html = await page.text()
      const tags = [...html.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag)
      expect(tags.filter((tag) => ['script', 'img', 'svg'].includes(tag ?? ''))).toEqual([])
      for (const [field, value] of Object.entries(typed)) {
        const kept = String(fieldsIn(html)[field])
        // Characters that stand for nothing are spaces; the form's own encoding knows no half of a pair.
        expect(lettersOf(kept), field).toBe(lettersOf(value.toWellFormed()))
      }
    }),
    { numRuns: 15 },
  )
})

/** What stands below the lines of an order: names and sums. */
function footOf(text: string): string[][] {
  const foot = /<tfoot>(.*)<\/tfoot>/s.exec(text)?.[1] ?? ''
  return [...foot.matchAll(/<th[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)<\/td>/g)].map(([, name = '', sum = '']) => [
    name,
    sum.replaceAll('\u00a0', ' '),
  ])
}

function bodyOf(fields: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, all]) => [all].flat().map((one) => [name, one])))
}

function lettersOf(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, '')
}
