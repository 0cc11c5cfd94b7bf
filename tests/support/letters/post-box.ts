import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { putFile } from '../../../agents/runtime/server/put-file.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { AccountChange } from '../../../shared/letters/accounts.ts'
import { letters } from '../../../shared/letters/collections.ts'
import type { LetterBody } from '../../../shared/letters/letter.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import type { Held } from '../../../sync-server/sync/testing/device.ts'
import { cookiesOf, post } from '../../e2e/support/data/hand-made.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import type { TestServer } from '../server.ts'

/** The account that letters come to. */
export const BOX = '0123456789abcdef0123'

/** A letter as it is put before a test: what its record says, and what it holds. */
export interface TestLetter extends Omit<Draft<typeof letters>, 'body' | 'attachments'> {
  /** It is known by this. */
  readonly name: string
  readonly html?: string
  readonly text?: string
  readonly files?: readonly {
    readonly name: string
    readonly type: string
    readonly bytes: string
    readonly cid?: string
  }[]
}

/** What stands in the mailbox of the screens. */
export const LETTERS: readonly TestLetter[] = [
  {
    ...{ name: 'sketch', subject: 'Эскиз кухни и сроки', fromName: 'Павел Орлов', fromAddress: 'orlov@mail.example' },
    ...{ to: ['Ассоль <sale@assol.example>'], snippet: 'Добрый день! Посылаю эскиз, скажите сроки.' },
    html: '<p>Добрый день!</p><p>Посылаю <b>эскиз</b>, скажите сроки.</p><p>Павел Орлов<br>8 (916) 123-45-67</p><img src="https://shop.example/logo.png"><blockquote>Ждем размеров</blockquote>',
    text: 'Добрый день!\n\nПосылаю эскиз, скажите сроки.\n\nПавел Орлов\n8 (916) 123-45-67',
    files: [{ name: 'эскиз.txt', type: 'text/plain', bytes: 'эскиз' }],
  },
  {
    ...{
      name: 'invoice',
      subject: 'Счет на фурнитуру',
      fromName: 'Склад «Петли»',
      fromAddress: 'office@petli.example',
    },
    ...{ snippet: 'Счет во вложении, оплата до пятницы.', text: 'Счет во вложении.\n\n> Пришлите счет' },
  },
]

const ACCOUNT: AccountChange = {
  isCompanys: true,
  name: 'Отдел продаж',
  fromName: 'Ассоль',
  address: 'sale@assol.example',
  receive: null,
  send: null,
  password: '',
  oauth: '',
  folders: [],
  since: null,
  isDefault: true,
  marksSeen: true,
  storesSent: false,
  signature: '',
  isOff: false,
}

/** The id of a letter by its name and when it came. */
function letterId(name: string, at: number): string {
  return derivedId(COMMON, at, 'letter', name)
}

/** Letters stand in the company's mailbox as an agent would have put them there; gives their ids. */
export async function deliver(server: TestServer, owner: string, all: readonly TestLetter[]): Promise<string[]> {
  await makeAccount(server, owner)
  const secret = (await readFile(join(server.data, 'service.key'), 'utf8')).trim()
  const put = async (text: string) => {
    const { hash, size } = await putFile({ address: server.url, secret }, new TextEncoder().encode(text))
    return { hash, size }
  }
  const agent = await serviceDevice(server, 'agents')
  const ids: string[] = []
  const documents = new Map<string, Held>()
  for (const { name, html = null, text = '', files = [], ...values } of all) {
    const at = values.received ?? Date.now()
    const id = letterId(name, at)
    const body: LetterBody = { text, html, headers: `Subject: ${values.subject ?? ''}` }
    const attachments = await Promise.all(
      files.map(
        async ({ bytes, ...file }, i) => [`f${i}`, { ...file, ...(await put(bytes)), place: `a${i}` }] as const,
      ),
    )
    const rest = documentOf('', letters.family, id).slice(1)
    const held = documents.get(rest) ?? (await agent.synced(rest))
    documents.set(rest, held)
    const { hash } = await put(JSON.stringify(body))
    const places = { in: { account: BOX, folder: 'INBOX', seen: false, place: 'a0' } }
    const draft = { direction: 'in', received: at, sent: at, messageId: name, places, ...values } as const
    agent.act((tx) => tx.create(letters, id, { ...draft, body: hash, attachments: Object.fromEntries(attachments) }))
    await agent.saved(held)
    ids.push(id)
  }
  agent.close()
  return ids
}

async function makeAccount({ url, data }: TestServer, email: string): Promise<void> {
  const signIn = await post(`${url}/api/auth/sign-in/email`, { email, password: DEMO_PASSWORD })
  const headers = { 'content-type': 'application/json', cookie: cookiesOf(signIn), origin: url }
  const made = await fetch(`${url}/api/mail/accounts/${BOX}`, { method: 'PUT', headers, body: JSON.stringify(ACCOUNT) })
  if (!made.ok) throw new Error(`${made.status} ${await made.text()}`)
  const key = (await readFile(join(data, 'service.key'), 'utf8')).trim()
  const { accounts } = (await (
    await fetch(`${url}/api/agent/mail/accounts`, { headers: { authorization: `Bearer ${key}` } })
  ).json()) as { accounts: readonly { readonly changed: number }[] }
  const standing = {
    account: BOX,
    changed: accounts[0]?.changed,
    sentFolder: 'Sent',
    trashFolder: 'Trash',
    archiveFolder: 'Archive',
  }
  const told = await fetch(`${url}/api/agent/mail/standing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(standing),
  })
  if (!told.ok) throw new Error(`${told.status} ${await told.text()}`)
}
