import type { Account, AccountSide, OAuth } from '../../../shared/letters/accounts.ts'
import type { CheckAnswer, CheckedFolder, CheckStep } from '../../../shared/letters/check.ts'
import type { Box, BoxFolder } from '../box.ts'
import type { GmailLine } from '../gmail/calls.ts'
import { openGmail } from '../gmail/connect.ts'
import { type ImapPatience, openImap, type Pass } from '../imap/connect.ts'
import { NoPassword, troubleOf } from './trouble.ts'
import { verifySmtp } from './verify-smtp.ts'

/** How long a server may take within a check: the answer is waited for. */
const PATIENCE: ImapPatience = { connect: 10_000, silence: 10_000 }

/** What a check is made with. */
export interface Checking {
  /** By what an account signs in; MailFault where that cannot be had. */
  readonly passOf: (account: Account<string>) => Promise<Pass>
  /** An authority that is trusted besides this system's, PEM. */
  readonly authority?: string | undefined
  readonly patience?: ImapPatience
  /** Where Gmail’s interface is; without it, at Google’s. */
  readonly gmail?: Pick<GmailLine, 'rootUrl'>
}

interface Found extends CheckStep {
  readonly folders: readonly CheckedFolder[] | null
}

/** Signs in to both servers of an account at once, and says what is wrong with each; nothing is sent or taken (sync-server/mail/accounts/SPEC MA11, MA12). */
export async function checkAccount(account: Account<string>, checking: Checking): Promise<CheckAnswer> {
  if (account.receive?.way === 'gmail') return await checkGmail(account, checking)
  const lacks = lackOf(account)
  const pass = lacks ? Promise.reject(lacks) : checking.passOf(account)
  // Each side hears of it by itself.
  pass.catch(() => undefined)
  const sides = [
    account.receive && receiving(account, pass, checking),
    account.send && sending(account, pass, checking),
  ]
  const found = (await Promise.all(sides)).filter((one) => one !== null)
  return {
    steps: found.map(({ side, trouble, said }) => ({ side, trouble, said })),
    folders: found.find(({ side }) => side === 'receive')?.folders ?? null,
  }
}

/** By Gmail’s interface it receives and sends with what it allows. */
async function checkGmail({ send, oauth }: Account<string>, { gmail }: Checking): Promise<CheckAnswer> {
  const { folders, ...step } = await tried('receive', async () => {
    if (oauth === '') throw new NoPassword()
    // Checked as it was asked (sync-server/mail/accounts/SPEC MA8).
    return await foldersOf(await openGmail({ pass: JSON.parse(oauth) as OAuth, ...gmail }))
  })
  return { steps: [step, ...(send ? [{ ...step, side: 'send' as const }] : [])], folders }
}

function receiving(
  { receive: server }: Account<string>,
  pass: Promise<Pass>,
  { authority, patience = PATIENCE }: Checking,
): Promise<Found> {
  return tried('receive', async () => {
    if (server === null) return null
    return await foldersOf(await openImap({ server, pass: await pass, patience, authority }))
  })
}

function sending(
  { send: server }: Account<string>,
  pass: Promise<Pass>,
  { authority, patience = PATIENCE }: Checking,
): Promise<Found> {
  return tried('send', async () => {
    if (server) await verifySmtp({ server, pass: await pass, patience, authority })
    return null
  })
}

/** A name that is to sign in by nothing. */
function lackOf({ receive, send, password, oauth }: Account<string>): NoPassword | null {
  const signsIn = [receive, send].some((server) => server !== null && server.user !== '')
  return signsIn && password === '' && oauth === '' ? new NoPassword() : null
}

async function tried(side: AccountSide, work: () => Promise<Found['folders']>): Promise<Found> {
  try {
    return { side, trouble: null, said: '', folders: await work() }
  } catch (error) {
    return { side, ...troubleOf(error), folders: null }
  }
}

async function foldersOf(box: Box): Promise<readonly CheckedFolder[]> {
  try {
    return (await box.folders()).filter(({ isSelectable }) => isSelectable).map(folderOf)
  } finally {
    await box.close()
  }
}

function folderOf({ path, use }: BoxFolder): CheckedFolder {
  return { path, use }
}
