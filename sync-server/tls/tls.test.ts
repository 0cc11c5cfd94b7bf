import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, rootCertificates, type TLSSocket } from 'node:tls'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownAddresses } from './addresses.ts'
import { makeAuthority, makeServerCertificate } from './certificates.ts'
import { openTls } from './tls.ts'
import { trusting } from './trusting.ts'

const DAY = 24 * 3600_000
const log = pino({ level: 'silent' })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-tls-'))
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

const open = (address: string | null = null) => openTls(folder, address, log)

test('H1: the authority is made once and stays; keys are for nobody else', async () => {
  const first = await open()
  const again = await open()
  expect(again.authority.fingerprint256).toBe(first.authority.fingerprint256)
  expect(again.present()).toEqual(first.present())
  expect(first.authority.ca).toBe(true)
  const files = await readdir(join(folder, 'tls'))
  expect(files.sort()).toEqual(['authority.key', 'authority.pem', 'server.key', 'server.pem'])
  for (const file of files) expect((await stat(join(folder, 'tls', file))).mode & 0o777).toBe(0o600)
})

test('H2: the certificate stands for this machine by all its names and addresses, and for what people were told', async () => {
  const { cert } = (await open('https://crm.example:8443')).present()
  const certificate = new X509Certificate(cert)
  const { names, ips } = ownAddresses(null)
  expect(names).toContain('localhost')
  expect(ips).toContain('127.0.0.1')
  for (const name of [...names, 'crm.example']) expect(certificate.checkHost(name), name).toBe(name)
  for (const ip of ips) expect(certificate.checkIP(ip), ip).toBe(ip)
  expect(certificate.checkHost('other.example')).toBeUndefined()
  expect(certificate.ca).toBe(false)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
})

test('H3: another address, and the nearing end, make a new certificate of the same authority', async () => {
  const first = (await open()).present()
  const told = await open('https://voronka.local')
  expect(told.present().cert).not.toBe(first.cert)
  expect(new X509Certificate(told.present().cert).checkHost('voronka.local')).toBe('voronka.local')

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300 * DAY })
  expect((await open('https://voronka.local')).present()).toEqual(told.present())
  vi.setSystemTime(Date.now() + 70 * DAY)
  const renewed = await open('https://voronka.local')
  expect(renewed.present().cert).not.toBe(told.present().cert)
  expect(renewed.authority.fingerprint256).toBe(told.authority.fingerprint256)
})

test('H3: a certificate without its key, or of another authority, is made anew', async () => {
  const first = (await open()).present()
  const other = await makeAuthority()
  const foreign = await makeServerCertificate(other, ownAddresses(null))
  await writeFile(join(folder, 'tls', 'server.key'), foreign.key)
  expect((await open()).present().cert).not.toBe(first.cert)
  await writeFile(join(folder, 'tls', 'server.pem'), foreign.certificate)
  await writeFile(join(folder, 'tls', 'server.key'), foreign.key)
  const { cert } = (await open()).present()
  expect(new X509Certificate(cert).verify((await open()).authority.publicKey)).toBe(true)
})

test('H4: who trusts the authority talks to the server by name and address; who does not refuses it', async () => {
  const tls = await open()
  const server = createServer(tls.present(), (_request, response) => response.end('well'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const { pem } = { pem: tls.authority.toString() }
  const verdict = async (ca: readonly string[], servername: string) => {
    const socket: TLSSocket = connect({ port, host: '127.0.0.1', ca: [...ca], servername, rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const reason = socket.authorized ? 'trusted' : String(socket.authorizationError)
    socket.destroy()
    return reason
  }
  expect(await verdict([pem], 'localhost')).toBe('trusted')
  expect(await verdict(rootCertificates, 'localhost')).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED/)
  expect(await verdict([pem], 'other.example')).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  server.close()
})

test('H3: a running server shows the new certificate without being started again', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  const tls = await open()
  const server = createServer(tls.present())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const shown = async () => {
    const socket = connect({ port, host: '127.0.0.1', ca: tls.authority.toString(), rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const { fingerprint256 } = socket.getPeerCertificate()
    socket.destroy()
    return fingerprint256
  }
  const end = tls.keepFresh(server)
  const before = await shown()
  vi.setSystemTime(Date.now() + 370 * DAY)
  vi.advanceTimersByTime(60_000)
  await expect.poll(shown).not.toBe(before)
  end()
  server.close()
})

test('H5: processes of this machine are told what to trust, where there is something', async () => {
  expect(trusting(folder)).toEqual({})
  await open()
  expect(trusting(folder)).toEqual({ NODE_EXTRA_CA_CERTS: join(folder, 'tls', 'authority.pem') })
})
