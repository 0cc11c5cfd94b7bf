import 'reflect-metadata'
import { hostname } from 'node:os'
import * as x509 from '@peculiar/x509'
import type { Addresses } from './addresses.ts'

/** A certificate with its private key, both as PEM. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY = 24 * 3600_000
const AUTHORITY_DAYS = 3650
/** Apple's devices take nothing longer than 825 days, browsers are about to take less. */
const SERVER_DAYS = 397
/** Tablets with a clock that is late take it too. */
const EARLIER = DAY

/** Makes an authority, which this machine alone has and which says of no other that it is one. */
export async function makeAuthority(): Promise<Pair> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: nameOf(`Voronka ${hostname()}`),
    keys,
    signingAlgorithm: ALGORITHM,
    ...lasting(AUTHORITY_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem'), key: await exported(keys.privateKey) }
}

/** Makes a certificate for a server that is reached under the addresses, signed by the authority. */
export async function makeServerCertificate(authority: Pair, { names, ips }: Addresses): Promise<Pair> {
  const keys = await newKeys()
  const issuer = new x509.X509Certificate(authority.certificate)
  const alternatives = [
    ...names.map((value) => ({ type: 'dns' as const, value })),
    ...ips.map((value) => ({ type: 'ip' as const, value })),
  ]
  const certificate = await x509.X509CertificateGenerator.create({
    subject: nameOf('Voronka'),
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await imported(authority.key),
    signingAlgorithm: ALGORITHM,
    ...lasting(SERVER_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(alternatives),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem'), key: await exported(keys.privateKey) }
}

function nameOf(name: string): string {
  return `CN=${name.replaceAll(/[^\w .-]/g, '')}, O=Voronka`
}

function lasting(days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(Date.now() - EARLIER), notAfter: new Date(Date.now() + days * DAY - EARLIER) }
}

async function newKeys(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function exported(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

async function imported(pem: string): Promise<CryptoKey> {
  const [key] = x509.PemConverter.decode(pem)
  if (!key) throw new TypeError('No key stands in the file of the authority’s key')
  return await crypto.subtle.importKey('pkcs8', key, ALGORITHM, false, ['sign'])
}
