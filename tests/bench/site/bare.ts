/**
 * `node bare.ts <folder>`: what a page costs at least. It answers `GET /<n>` with the bytes of the file of that name, which it has in memory, and
 * writes the body of each `POST` into SQLite, on the disk before it answers.
 */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Database from 'better-sqlite3'

const folder = process.argv[2] ?? '.'
const files = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]))
const database = new Database(join(folder, 'bare.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('CREATE TABLE orders (number INTEGER PRIMARY KEY AUTOINCREMENT, form TEXT NOT NULL) STRICT')
const put = database.prepare('INSERT INTO orders (form) VALUES (?)')

const server = createServer(async (asked, answer) => {
  if (asked.method === 'POST') {
    const { lastInsertRowid } = put.run(await text(asked))
    answer.writeHead(303, { location: `/order/${lastInsertRowid}`, 'content-length': 0 }).end()
    return
  }
  const bytes = files.get(asked.url ?? '')
  answer.writeHead(bytes ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': bytes?.length ?? 0,
  })
  answer.end(bytes)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(JSON.stringify({ msg: 'listening', port: (server.address() as AddressInfo).port }))
