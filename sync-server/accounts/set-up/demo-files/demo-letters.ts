import { demoOrders } from '../../../../shared/demo/demo.ts'
import { DEMO_ACCOUNT, demoAccount, demoLetters, enclosed } from '../../../../shared/demo/letters/letters.ts'
import { letters, mailAccounts } from '../../../../shared/letters/collections.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import type { Language } from '../../../../shared/locales/index.ts'
import type { Files } from '../../../files/files.ts'
import type { Author } from '../../../sync/author.ts'
import { picture } from './picture.ts'
import { plan } from './plan.ts'

/** Pixels of the picture's width. */
const WIDTH = 960

/** Puts letters into the demo company, as if they had come; done again it makes nothing twice. */
export async function addDemoLetters(files: Files, author: Author, now: number, language: Language): Promise<void> {
  const words = DICTIONARIES[language].demo
  const bytes = { picture: picture(WIDTH), plan: plan() }
  await author.write((tx) => tx.create(mailAccounts, DEMO_ACCOUNT, demoAccount(words)))
  for (const { id, at, draft, body, with: sort } of demoLetters(now, words, demoOrders(now, language))) {
    const text = Buffer.from(JSON.stringify(body))
    const values = { ...draft, body: await files.blobs.put(text), size: text.length }
    const file = sort && { hash: await files.blobs.put(bytes[sort]), size: bytes[sort].length }
    await author.write((tx, as) => {
      as({ person: null, at })
      tx.create(letters, id, { ...values, ...(sort && file && { attachments: enclosed(sort, file, words) }) })
    })
  }
}
