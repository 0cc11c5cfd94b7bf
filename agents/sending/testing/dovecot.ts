import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DOVEADM, DOVECOT } from '../../../scripts/dovecot.ts'
import { freePort, startChild } from '../../../tests/support/databases/child.ts'
import { listens } from '../../../tests/support/listens.ts'
import { configOf, oauthConfigOf } from './dovecot-config.ts'

const run = promisify(execFile)
/** Dovecot keeps no mail as root. */
const KEEPER = { user: 'nobody', group: 'nogroup' }
/** What everybody signs in with at first. */
export const PASSWORD = 'secret'

interface Asked {
  readonly hasSent?: boolean
  /** Where it asks whether an access token is good, the token behind it: one signs in by those too. */
  readonly introspection?: string
}

/** A Dovecot of a test's own: it takes letters by LMTP on loopback, for anybody, keeps them in Maildirs, and gives them by IMAP. */
export async function startDovecot({ hasSent = true, introspection }: Asked = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-dovecot-'))
  await chmod(folder, 0o755)
  const mails = join(folder, 'mail')
  await mkdir(mails)
  await chmod(mails, 0o777)
  const [port, imap] = [await freePort(), await freePort()]
  const file = join(folder, 'dovecot.conf')
  const keeper = await keeperOf()
  const setPassword = (password: string) =>
    writeFile(file, configOf({ folder, port, imap, password, hasSent, introspection, ...keeper })).then(() => password)
  await setPassword(PASSWORD)
  if (introspection) await writeFile(join(folder, 'oauth2.conf'), oauthConfigOf(introspection))
  const start = () =>
    startChild(DOVECOT, ['-F', '-c', file], async () => (await listens(port)) && (await listens(imap)))
  let child = await start()
  const doveadm = async (...words: readonly string[]) => (await run(DOVEADM, ['-c', file, ...words])).stdout
  return {
    port,
    /** Where IMAP is spoken. */
    imap,
    folder,
    /** Does what a keeper of the server does: `mailbox create -u anna Archive`. */
    doveadm,
    /** The folder of somebody's letters. */
    mailOf: (user: string) => join(mails, user),
    /** As whom letters are kept. */
    keeper,
    /** The letters of somebody, as they are kept. */
    async letters(user: string): Promise<string[]> {
      const fresh = join(mails, user, 'new')
      const names = await readdir(fresh).catch(() => [])
      return await Promise.all(names.map((name) => readFile(join(fresh, name), 'utf8')))
    },
    /** How many letters of somebody fit words in the language of IMAP, as Dovecot itself reads them. */
    async count(user: string, ...words: readonly string[]): Promise<number> {
      const found = await doveadm('search', '-u', user, 'mailbox', 'INBOX', ...words)
      return found.trim().split('\n').filter(Boolean).length
    },
    /** Everybody signs in with another one from now on. */
    async changePassword(password: string) {
      await setPassword(password)
      await doveadm('reload')
    },
    /** Kills it with all who are served, amid whatever they do, and begins it anew. */
    async restart() {
      // Held first: one that it begins meanwhile would be left, and keep the sockets from who comes after it.
      process.kill(child.pid, 'SIGSTOP')
      const served = await run('ps', ['--ppid', String(child.pid), '-o', 'pid='])
      await child.end('SIGKILL')
      for (const pid of served.stdout.trim().split(/\s+/)) killIfThere(Number(pid))
      while ((await listens(port)) || (await listens(imap))) await after(10)
      child = await start()
    },
    async stop() {
      await child.end('SIGTERM')
      await rm(folder, { recursive: true })
    },
  }
}

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** As whom it runs. */
async function keeperOf(): Promise<typeof KEEPER> {
  const { uid, username: user } = userInfo()
  return uid === 0 ? KEEPER : { user, group: (await run('id', ['-gn'])).stdout.trim() }
}
