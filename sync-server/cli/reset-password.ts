import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Failure } from '../../shared/errors.ts'
import { type Accounts, createAccounts } from '../accounts/accounts.ts'
import { resetFactors } from '../accounts/factors/second-factor.ts'
import { newReset, setNewPassword } from '../accounts/resets.ts'
import { findByEmail } from '../accounts/store/rows.ts'
import { ACCOUNTS_FILE } from '../accounts/store/sqlite.ts'
import { databasesIn } from '../databases.ts'
import { makeLog } from '../log/log.ts'

const OPTIONS = {
  data: { type: 'string' },
  address: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  factors: { type: 'boolean', default: false },
} as const

/**
 * `crm reset-password <e-mail> [--data DIR] [--address URL] [--password-stdin] [--factors]`: prints a link that works
 * once, for a day, by which the account gets a new password; or sets the one that the first line of the standard input
 * holds. With `--factors` its second factor and passkeys are forgotten too. Works whether the server runs or not. Failures: account-unknown, account-disabled, password-weak, file-missing,
 * field-required.
 */
export async function resetPassword(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [email] = positionals
  if (email === undefined) throw new Failure('field-required', { field: 'e-mail' })
  const accounts = await open(values.data ?? process.env.VORONKA_DATA ?? 'data')
  try {
    const user = await findByEmail(accounts.context.adapter, email)
    if (!user) throw new Failure('account-unknown')
    if (values.factors) await resetFactors(accounts, 'owner', user.id)
    if (values['password-stdin']) await setNewPassword(accounts, user, await firstLine())
    else console.log(await linkFor(accounts, user.id, values.address ?? (await accounts.facts.address())))
  } finally {
    await accounts.close()
  }
}

async function open(folder: string): Promise<Accounts> {
  const { databaseUrl } = databasesIn(process.env)
  const file = join(folder, ACCOUNTS_FILE)
  if (databaseUrl === null && !existsSync(file)) throw new Failure('file-missing', { file })
  return await createAccounts({ folder, databaseUrl, log: makeLog({ level: 'silent' }) })
}

async function linkFor(accounts: Accounts, user: string, address: string): Promise<string> {
  const { token } = await newReset(accounts, 'owner', user)
  return `${address}/reset/${token}`
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
