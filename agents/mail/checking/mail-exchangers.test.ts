import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serviceByExchangers } from '../../../shared/letters/services.ts'
import { mailExchangers } from './mail-exchangers.ts'

type Exchangers = readonly (readonly [priority: number, host: string])[]

const DOMAINS: Readonly<Record<string, Exchangers>> = {
  'salon.ru': [[10, 'mx.yandex.net']],
  'google.salon.ru': [
    [20, 'alt1.aspmx.l.google.com'],
    [10, 'ASPMX.L.GOOGLE.com'],
  ],
  'vk.salon.ru': [[10, 'emx.mail.ru']],
  'office.salon.ru': [[0, 'salon-ru.mail.protection.outlook.com']],
  'own.salon.ru': [[10, 'mail.salon.ru']],
}

/** A server of names of a test's own (RFC 1035): it knows the exchangers of DOMAINS, and of nothing else. */
async function startNames() {
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    const labels = labelsIn(question)
    const found = DOMAINS[labels.join('.').toLowerCase()]
    const header = Buffer.from(question.subarray(0, 12))
    // An answer, recursion available; 3: there is no such name.
    header.writeUInt16BE(found ? 0x8180 : 0x8183, 2)
    header.writeUInt16BE(found?.length ?? 0, 6)
    header.fill(0, 8, 12)
    const asked = question.subarray(12, 12 + nameOf(labels).length + 4)
    socket.send(Buffer.concat([header, asked, ...(found ?? []).map(answerOf)]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: (socket.address() as AddressInfo).port, stop: () => socket.close() }
}

function labelsIn(question: Buffer): string[] {
  const labels: string[] = []
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1)
    labels.push(question.toString('latin1', at + 1, at + 1 + (question[at] ?? 0)))
  return labels
}

function nameOf(labels: readonly string[]): Buffer {
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.of(0),
  ])
}

/** The name that was asked for, MX, IN, a minute; priority and host. */
function answerOf([priority, host]: Exchangers[number]): Buffer {
  const name = nameOf(host.split('.'))
  const head = Buffer.from([0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, name.length + 2, 0, priority])
  return Buffer.concat([head, name])
}

let names: Awaited<ReturnType<typeof startNames>>
let resolver: Resolver
beforeEach(async () => {
  names = await startNames()
  resolver = new Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([`127.0.0.1:${names.port}`])
})
afterEach(() => names.stop())

test('MA20: a domain’s letters are taken by the hosts that its names say, the preferred ones first', async () => {
  expect(await mailExchangers('google.salon.ru', resolver)).toEqual(['aspmx.l.google.com', 'alt1.aspmx.l.google.com'])
  expect(await mailExchangers('nowhere.salon.ru', resolver)).toEqual([])
  resolver.setServers(['127.0.0.1:1'])
  expect(await mailExchangers('salon.ru', resolver)).toEqual([])
})

test('MA20: the service of a business domain is told by who takes its letters', async () => {
  const services = Object.keys(DOMAINS).map(async (domain) =>
    serviceByExchangers(await mailExchangers(domain, resolver)),
  )
  expect(await Promise.all(services)).toEqual(['yandex', 'gmail', 'mailru', 'outlook', null])
})
