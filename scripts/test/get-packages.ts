import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CADDY } from '../caddy.ts'
import { CHROMIUM, CHROMIUM_SHELL } from '../chromium.ts'
import { postgresFolder, REDIS } from '../databases.ts'
import { DOVECOT_IMAP, DOVECOT_LMTP, MBSYNC } from '../dovecot.ts'
import { FAKETIME } from '../faketime.ts'
import { OPEN_WORKBOOKS, PDF_TO_PICTURE, PDF_TO_TEXT, READ_CODES } from '../papers.ts'

/** A program that tests need beside npm: where it stands, and Debian's package that brings it. */
interface Needed {
  readonly path: () => string
  readonly package: string
  /** Without the packages that it recommends. */
  readonly bare?: true
}

/** What end-to-end tests need. */
export const BROWSERS: readonly Needed[] = [
  { path: () => CHROMIUM, package: 'chromium' },
  { path: () => CHROMIUM_SHELL, package: 'chromium-headless-shell' },
  { path: () => FAKETIME, package: 'libfaketime' },
]

/** What tests of several servers, of one behind a proxy, and of letters, need. */
export const SERVERS: readonly Needed[] = [
  { path: () => CADDY, package: 'caddy' },
  { path: () => join(postgresFolder(), 'postgres'), package: 'postgresql' },
  { path: () => REDIS, package: 'redis-server' },
  { path: () => DOVECOT_LMTP, package: 'dovecot-lmtpd' },
  { path: () => DOVECOT_IMAP, package: 'dovecot-imapd' },
]

/** What the taking in of mail is measured beside. */
export const PEERS_OF_MAIL: readonly Needed[] = [{ path: () => MBSYNC, package: 'isync' }]

/** What tests of papers read them with. */
export const READERS: readonly Needed[] = [
  { path: () => PDF_TO_TEXT, package: 'poppler-utils' },
  { path: () => PDF_TO_PICTURE, package: 'poppler-utils' },
  { path: () => READ_CODES, package: 'zbar-tools' },
  // Without what it recommends: 270 MB on the disk in place of 700.
  { path: () => OPEN_WORKBOOKS, package: 'libreoffice-calc-nogui', bare: true },
]

/**
 * Makes sure that all that tests need is there: gets it from Debian's packages where this process may, else throws with
 * the command that does.
 */
export async function getPackages(needed: readonly Needed[]): Promise<void> {
  const missing = () => needed.filter(({ path }) => !existsSync(path()))
  const installs = [missing().filter(({ bare }) => bare), missing().filter(({ bare }) => !bare)].map(namesOf)
  const names = installs.flat()
  if (names.length === 0) return
  const rights = rightsToInstall()
  const byHand = `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`
  if (!rights) throw new Error(`Missing, and only an administrator can install it. Run: ${byHand}`)
  console.log(`Missing and installed now: ${names.join(', ')}`)
  apt(rights, ['update'])
  const [bare = [], whole = []] = installs
  if (bare.length > 0) apt(rights, ['install', '-y', '--no-install-recommends', ...bare])
  if (whole.length > 0) apt(rights, ['install', '-y', ...whole])
  if (missing().length > 0) throw new Error(`Missing still: ${namesOf(missing()).join(', ')}. Run: ${byHand}`)
}

function namesOf(needed: readonly Needed[]): string[] {
  return [...new Set(needed.map(({ package: name }) => name))]
}

function apt(rights: readonly string[], flags: readonly string[]): void {
  const [program, ...args] = [...rights, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...flags]
  if (program) execFileSync(program, args, { stdio: 'inherit' })
}

/** What to put before a command so that it may install: nothing for root, sudo where it asks no password. */
function rightsToInstall(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return []
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
    return ['sudo', '-n']
  } catch {
    // No sudo, or one that wants a password: then the user is told what to run.
    return undefined
  }
}
