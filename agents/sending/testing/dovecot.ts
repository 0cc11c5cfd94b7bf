import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DOVEADM, DOVECOT } from '../../../scripts/dovecot.ts'
import { freePort, startChild } from '../../../tests/support/databases/child.ts'
import { listens } from '../../../tests/support/listens.ts'

const run = promisify(execFile)
/** Dovecot keeps no mail as root. */
const KEEPER = { user: 'nobody', group: 'nogroup' }

/** A Dovecot of a test's own: it takes letters by LMTP on loopback, for anybody, and keeps them in Maildirs. */
export async function startDovecot() {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-dovecot-'))
  await chmod(folder, 0o755)
  const mails = join(folder, 'mail')
  await mkdir(mails)
  await chmod(mails, 0o777)
  const port = await freePort()
  const file = join(folder, 'dovecot.conf')
  await writeFile(file, config(folder, port, await keeper()))
  const child = await startChild(DOVECOT, ['-F', '-c', file], () => listens(port))
  return {
    port,
    /** The letters of somebody, as they are kept. */
    async letters(user: string): Promise<string[]> {
      const fresh = join(mails, user, 'new')
      const names = await readdir(fresh).catch(() => [])
      return await Promise.all(names.map((name) => readFile(join(fresh, name), 'utf8')))
    },
    /** How many letters of somebody fit words in the language of IMAP, as Dovecot itself reads them. */
    async count(user: string, ...words: readonly string[]): Promise<number> {
      const { stdout } = await run(DOVEADM, ['-c', file, 'search', '-u', user, 'mailbox', 'INBOX', ...words])
      return stdout.trim().split('\n').filter(Boolean).length
    },
    async stop() {
      await child.end('SIGTERM')
      await rm(folder, { recursive: true })
    },
  }
}

/** As whom it runs. */
async function keeper(): Promise<typeof KEEPER> {
  const { uid, username: user } = userInfo()
  return uid === 0 ? KEEPER : { user, group: (await run('id', ['-gn'])).stdout.trim() }
}

function config(folder: string, port: number, { user, group }: typeof KEEPER): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = lmtp
listen = 127.0.0.1
ssl = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%n
auth_username_format = %n
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%n allow_all_users=yes
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${port}
  }
}
`
}
