import { expect, test } from 'vitest'
import { databasesIn } from './databases.ts'

test('nothing is said: the data folder keeps the company', () => {
  expect(databasesIn({})).toEqual({ databaseUrl: null, redisUrl: null })
  expect(databasesIn({ DATABASE_URL: '', REDIS_URL: '' })).toEqual({ databaseUrl: null, redisUrl: null })
})

test('addresses are taken as they are', () => {
  const env = { DATABASE_URL: 'postgresql://u:p@db/voronka', REDIS_URL: 'rediss://cache:6380' }
  expect(databasesIn(env)).toEqual({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL })
})

test('what is no such address, or Redis alone, is refused in words, without the password', () => {
  const wrong = () => databasesIn({ DATABASE_URL: 'mysql://u:secret@db/voronka' })
  expect(wrong).toThrow('DATABASE_URL must be an address that begins with postgres:// or postgresql://')
  expect(wrong).not.toThrow('secret')
  expect(() => databasesIn({ DATABASE_URL: 'db/voronka' })).toThrow(/DATABASE_URL/)
  expect(() => databasesIn({ REDIS_URL: 'redis://cache' })).toThrow(/DATABASE_URL/)
})
