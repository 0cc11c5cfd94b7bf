import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Strongbox } from '../../sending/strongbox.ts'
import { AccountSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('MA10: the password of own mail that an earlier program sealed opens, for its person alone', () => {
  const password = new Strongbox(folder, 'mail of anna in COMPANY').seal('пароль')
  const opened = (owner: string, company = 'COMPANY') =>
    new AccountSecrets(folder, company).opened({ owner, password, oauth: '' })
  expect(opened('anna')).toEqual({ password: 'пароль', oauth: '' })
  expect([opened('boris'), opened(''), opened('anna', 'OTHER')]).toEqual([null, null, null])
})
