import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Logger } from 'pino'
import { PASSWORD } from '../../../shared/accounts/password.ts'
import { makeBackupCodes } from '../factors/backup-codes.ts'
import type { AccountsDatabase } from './database.ts'
import { ACCOUNT_FIELDS, SESSION_FIELDS, tables } from './tables.ts'
import { hashOf } from './tokens.ts'

const DAY = 24 * 60 * 60
/** A device may be away for so long, in seconds, and still be signed in; each day of use begins the time anew. */
const SESSION_SECONDS = 60 * DAY
/** The header in which our own HTTP layer tells the library the address of who asks. Never taken from outside. */
export const ADDRESS_HEADER = 'x-client-address'

export interface AuthOptions {
  readonly database: AccountsDatabase['database']
  readonly secret: string
  /** The address under which people reach the server. */
  readonly address: string
  readonly log: Logger
}

/** The accounts' library, with its tables brought up to date. */
export async function makeAuth(options: AuthOptions) {
  const auth = configure(options)
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
  return auth
}

export type Auth = ReturnType<typeof configure>
export type AuthContext = Awaited<Auth['$context']>
export type Adapter = AuthContext['adapter']

/**
 * Cookies carry a name of this data folder: browsers keep them by host without its port, so two servers on one machine
 * would sign each other's people out. Its own HTTP routes and its rate limit are not used: ours answer with our failures, and count failures only.
 */
function configure({ database, secret, address, log }: AuthOptions) {
  const isSecure = address.startsWith('https:')
  return betterAuth({
    appName: 'Voronka',
    database,
    secret,
    baseURL: { allowedHosts: ['*'], protocol: isSecure ? 'https' : 'http', fallback: address },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.least,
      maxPasswordLength: PASSWORD.most,
    },
    // Whoever adds a passkey is asked for the password; how long ago he signed in does not matter besides.
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY, freshAge: 0, additionalFields: SESSION_FIELDS },
    user: { additionalFields: ACCOUNT_FIELDS },
    advanced: {
      // The library's own prefix is `__Secure-`, under which other hosts of the domain could set a cookie too.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      cookiePrefix: `${isSecure ? '__Host-' : ''}voronka-${hashOf(secret).slice(0, 8)}`,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) =>
            refuseDisabled(await context?.context.internalAdapter.findUserById(userId)),
        },
      },
    },
    plugins: [
      tables,
      twoFactor({ backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes } }),
      passkey({
        rpName: 'Voronka',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => checkHeld(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => checkHeld(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    logger: { level: 'warn', log: (level, message, ...rest) => write(log, level, message, rest) },
  })
}

/** The device has seen to it, by a finger or a PIN, that its owner holds it: so a passkey alone is two factors. */
function checkHeld(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED' })
}

function refuseDisabled(user: object | null | undefined): void {
  if (user && 'disabled' in user && user.disabled === false) return
  throw new APIError('FORBIDDEN', { code: ACCOUNT_DISABLED })
}

/** The library's failure code for a disabled account that gave the right password. */
export const ACCOUNT_DISABLED = 'ACCOUNT_DISABLED'

/** What the library says may name people; what kind of thing went wrong is told by its errors. */
function write(log: Logger, level: string, _message: string, rest: unknown[]): void {
  const err = rest.find((one) => one instanceof Error)
  log[level === 'error' ? 'error' : 'debug']({ ...(err && { err }) }, 'accounts: the library says something')
}
