import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian puts its versions of PostgreSQL, one folder each. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql'

export const REDIS = '/usr/bin/redis-server'

/** The folder of the newest PostgreSQL's programs; one that is not there where there is none. */
export function postgresFolder(): string {
  const versions = existsSync(POSTGRES_VERSIONS) ? readdirSync(POSTGRES_VERSIONS) : []
  return join(POSTGRES_VERSIONS, versions.sort((a, b) => Number(b) - Number(a))[0] ?? 'none', 'bin')
}
