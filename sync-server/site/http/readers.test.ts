import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDoor, openDoor, type Visitor } from '../testing/open-door.ts'
import { SHOP_WORDS } from '../words.ts'

const WORDS = SHOP_WORDS.ru.reader

let site: OpenDoor
let visitor: Visitor
beforeEach(async () => {
  site = await openDoor()
  visitor = site.visitor()
})
afterEach(() => site.close())

const deeds = async () => (await site.queue()).map(({ number: _, at: __, ...deed }) => deed)

test('ST16: opening the page of unsubscribing changes nothing; its button does, with the reason, and back again', async () => {
  const link = site.linkOf('u', 'reader-1')
  const page = await visitor.get(link)
  expect(page.text).toContain('от «Мебель «Ромашка»»')
  expect(await deeds()).toEqual([])
  const gone = await visitor.post(link, { act: 'leave', why: 'often', say: ' каждый день ' })
  expect(gone.text).toContain(WORDS.gone)
  expect((await visitor.post(link, { act: 'again' })).text).toContain(WORDS.again)
  expect(await deeds()).toEqual([
    {
      did: 'unsubscribed',
      recipient: 'reader-1',
      by: 'unsubscribePage',
      reason: 'often: каждый день',
    },
    { did: 'subscribedAgain', recipient: 'reader-1' },
  ])
})

test('ST16: whoever comes back to the page once unsubscribed reads so, until he is back, whatever the office has taken', async () => {
  const link = site.linkOf('u', 'reader-1')
  const opened = async () => {
    const { text } = await visitor.get(link)
    return {
      already: text.includes(WORDS.already),
      asks: text.includes('value="leave"'),
      back: text.includes(WORDS.back),
    }
  }
  await visitor.post(link, { act: 'leave' })
  await site.agent('/settled', 'POST', '{"upTo":1}')
  expect(await opened()).toEqual({ already: true, asks: false, back: true })
  expect((await visitor.get(site.linkOf('u', 'reader-2'))).text).toContain('value="leave"')
  await visitor.post(link, { act: 'again' })
  expect(await opened()).toEqual({ already: false, asks: true, back: false })
})

test('ST16: a mail program unsubscribes with one click, in either form that it may send', async () => {
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  for (const [reader, body] of [
    ['r1', form] as const,
    ['r2', new URLSearchParams('List-Unsubscribe=One-Click')] as const,
  ]) {
    const answer = await fetch(site.url + site.linkOf('u', reader), { method: 'POST', body })
    expect(answer.status).toBe(200)
  }
  const left = (recipient: string) => ({ did: 'unsubscribed', recipient, by: 'oneClick', reason: '' })
  expect(await deeds()).toEqual([left('r1'), left('r2')])
})

test('ST16: a link of another kind, of nobody, or changed, does nothing', async () => {
  const link = site.linkOf('u', 'reader-1')
  for (const path of [
    link.replace('/u/', '/o/').replace('/o/', '/u/x'),
    link.slice(0, -1),
    site.linkOf('o', 'r').replace('/o/', '/u/'),
  ]) {
    const page = await visitor.post(path, { act: 'leave' })
    expect([page.status, page.text.includes(WORDS.wrong)], path).toEqual([404, true])
  }
  expect((await visitor.get('/o/nobody.0000')).status).toBe(200)
  expect(await deeds()).toEqual([])
})

test('ST17: a link leads where its letter said, and nowhere else; what was opened and clicked is noted once', async () => {
  const ask = (path: string) => fetch(site.url + path, { redirect: 'manual' })
  const url = 'https://example.com/a?b=1&c="<'
  const link = site.linkOf('l', 'r1', url)
  for (let n = 0; n < 2; n++) expect((await ask(link)).headers.get('location')).toBe(url)
  expect((await ask(link.replace('example.com', 'evil.com'))).status).toBe(404)
  expect((await ask(site.linkOf('l', 'r1', 'javascript:alert(1)'))).status).toBe(404)
  const dot = await ask(site.linkOf('o', 'r1'))
  expect([dot.headers.get('content-type'), dot.headers.get('cache-control')]).toEqual(['image/gif', 'no-store'])
  await ask(site.linkOf('o', 'r1'))
  expect(await deeds()).toEqual([
    { did: 'clicked', recipient: 'r1', url },
    { did: 'opened', recipient: 'r1' },
  ])
})

test('ST17: a link leads on, and a dot is one, also where nothing can be written', async () => {
  const url = 'https://example.com/offer'
  site.door.store.close()
  const answer = await fetch(site.url + site.linkOf('l', 'r1', url), { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, url])
  const dot = await fetch(site.url + site.linkOf('o', 'r1'))
  expect([dot.status, dot.headers.get('content-type')]).toEqual([200, 'image/gif'])
})

test('ST17: a link leads on, also for a network that has clicked more than is noted', async () => {
  const link = (reader: string) => site.url + site.linkOf('o', reader)
  for (let n = 0; n < 600; n += 100)
    await Promise.all(Array.from({ length: 100 }, (_, k) => fetch(link(`r${n + k}`)).then((dot) => dot.arrayBuffer())))
  const url = 'https://example.com/offer'
  const answer = await fetch(site.url + site.linkOf('l', 'late', url), { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, url])
})
