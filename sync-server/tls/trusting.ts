import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The files of a certificate that stands in a data folder. */
export function filesOf(folder: string, name: 'authority' | 'server') {
  const path = join(folder, 'tls', name)
  return { certificate: `${path}.pem`, key: `${path}.key` }
}

/** What a process of this machine needs in its environment to trust the server of a data folder. */
export function trusting(folder: string): Readonly<Record<string, string>> {
  const { certificate } = filesOf(folder, 'authority')
  return existsSync(certificate) ? { NODE_EXTRA_CA_CERTS: resolve(certificate) } : {}
}
