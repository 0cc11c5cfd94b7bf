import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PASSWORD } from '../../../agents/sending/testing/dovecot.ts'
import { MBSYNC } from '../../../scripts/dovecot.ts'

const run = promisify(execFile)

/** Copies INBOX into an empty Maildir with mbsync; how long that takes, ms. */
export async function timeMbsync(port: number, user: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-mbsync-'))
  await mkdir(join(folder, 'mail'))
  const file = join(folder, 'mbsyncrc')
  await writeFile(file, configOf(folder, port, user))
  const began = performance.now()
  await run(MBSYNC, ['-q', '-c', file, 'box'])
  const took = performance.now() - began
  await rm(folder, { recursive: true })
  return took
}

function configOf(folder: string, port: number, user: string): string {
  return `
IMAPAccount there
Host 127.0.0.1
Port ${port}
User ${user}
Pass ${PASSWORD}
SSLType None

IMAPStore far
Account there

MaildirStore near
Inbox ${folder}/mail/INBOX
SubFolders Verbatim

Channel box
Far :far:INBOX
Near :near:INBOX
Create Near
Sync Pull
SyncState ${folder}/state
`
}
