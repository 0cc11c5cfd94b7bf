import { openPostgres } from './storage/postgres/open.ts'
import { openStorage } from './storage/sqlite/open.ts'
import type { Storage } from './storage/storage.ts'

/** Where a company is kept when it is not the data folder that keeps it. */
export interface Databases {
  /** `postgres://…`; null: the data folder keeps it, and one process serves it. */
  readonly databaseUrl: string | null
  /** `redis://…`, by which several processes tell each other who is present; null: each tells its own devices alone. */
  readonly redisUrl: string | null
}

/** Reads `DATABASE_URL` and `REDIS_URL`. Throws RangeError, in words, for what they cannot be. */
export function databasesIn({ DATABASE_URL, REDIS_URL }: NodeJS.ProcessEnv): Databases {
  const databaseUrl = addressIn('DATABASE_URL', DATABASE_URL, ['postgres:', 'postgresql:'])
  const redisUrl = addressIn('REDIS_URL', REDIS_URL, ['redis:', 'rediss:'])
  if (redisUrl !== null && databaseUrl === null)
    throw new RangeError('REDIS_URL is for several servers, which take a PostgreSQL at DATABASE_URL')
  return { databaseUrl, redisUrl }
}

/** Opens the storage of a company. */
export function openStorageOf(folder: string, { databaseUrl }: Pick<Databases, 'databaseUrl'>): Promise<Storage> {
  return databaseUrl === null ? openStorage(folder) : openPostgres(databaseUrl)
}

function addressIn(name: string, text: string | undefined, schemes: readonly string[]): string | null {
  if (text === undefined || text === '') return null
  // The address may hold a password: it is not repeated.
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol))
    throw new RangeError(`${name} must be an address that begins with ${schemes.map((one) => `${one}//`).join(' or ')}`)
  return text
}
