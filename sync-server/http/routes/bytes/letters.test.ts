import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerState } from '../../../../shared/accounts/api.ts'
import { ownCircle } from '../../../../shared/documents/documents.ts'
import { letters, ownLetters } from '../../../../shared/letters/collections.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../../testing/server.ts'

let server: TestServer
let owner: Browser
let manager: Browser
let viewer: Browser
beforeAll(async () => {
  const company = await startCompany()
  server = company.server
  owner = company.owner
  manager = await join(server, owner, 'manager')
  viewer = await join(server, owner, 'viewer')
})
afterAll(() => server.close())

const PAGE = '<html><script>alert(1)</script></html>'

/** A letter with words and a page as its enclosure. */
async function letter(of: typeof letters | typeof ownLetters, circle: string) {
  const [body, hash] = await Promise.all([put(JSON.stringify({ text: 'Words' })), put(PAGE)])
  const id = newId(circle, Date.now())
  const attachments = { e0: { name: '../смета.html', type: 'image/png', hash, place: 'a0' } }
  await server.author.write((tx) => tx.create(of, id, { direction: 'in', subject: 'Смета', body, attachments }))
  return { id, body, hash }
}

const put = (text: string) => server.files.blobs.put(Buffer.from(text))

async function get(path: string, by: Browser | null, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, { headers: { ...headers, ...(by && { cookie: by.cookie }) } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('MP9: whoever may read a letter has its bytes, of removed ones too; nobody has what it does not name', async () => {
  const { id, body } = await letter(letters, 'common')
  const other = await put('another')
  const path = `/api/letters/letters/${id}`
  for (const by of [owner, manager, viewer]) {
    expect(await get(`${path}/${body}`, by)).toMatchObject({ status: 200, text: '{"text":"Words"}' })
  }
  expect(await get(`${path}/${body}`, owner, { range: 'bytes=2-5' })).toMatchObject({ status: 206, text: 'text' })
  expect((await get(`${path}/${other}`, owner)).status).toBe(404)
  expect((await get(`${path}/${body}`, null)).status).toBe(401)
  expect((await get(`/api/letters/letters/nothing/${body}`, owner)).status).toBe(404)
  await server.author.write((tx) => tx.remove(letters, id))
  expect((await get(`${path}/${body}`, viewer)).status).toBe(200)
})

test('MP9: a person’s own letter is that person’s alone, and the agents’', async () => {
  const { account } = (await owner.get('/api/state')).body as unknown as ServerState
  const { id, body } = await letter(ownLetters, ownCircle(account?.user ?? ''))
  const path = `/api/letters/ownLetters/${id}/${body}`
  expect((await get(path, owner)).status).toBe(200)
  expect((await get(path, manager)).status).toBe(403)
  expect((await get(path, null, { authorization: `Bearer ${SERVICE_KEY}` })).status).toBe(200)
  expect((await get(path, null, { authorization: 'Bearer other' })).status).toBe(401)
})

test('MP9: a page that came with a letter is put on the disk, and runs nothing', async () => {
  const { id, hash } = await letter(letters, 'common')
  const { headers } = await get(`/api/letters/letters/${id}/${hash}`, viewer)
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*?=.*html/)
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'none'")
})
