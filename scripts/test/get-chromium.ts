import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CHROMIUM } from '../chromium.ts'

const PACKAGES = ['chromium']

/**
 * Makes sure that the browser of the end-to-end tests is there: gets it from Debian's packages where this process may,
 * else throws with the command that does.
 */
export async function getChromium(): Promise<void> {
  if (existsSync(CHROMIUM)) return
  const rights = rightsToInstall()
  const byHand = `sudo apt-get update && sudo apt-get install -y ${PACKAGES.join(' ')}`
  if (!rights) throw new Error(`${CHROMIUM} is missing, and only an administrator can install it. Run: ${byHand}`)
  console.log(`${CHROMIUM} is missing: it is installed now`)
  apt(rights, ['update'])
  apt(rights, ['install', '-y', ...PACKAGES])
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing still. Run: ${byHand}`)
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
