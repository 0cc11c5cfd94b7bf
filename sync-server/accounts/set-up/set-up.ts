import type { Language, NewAccount, SetupRequest } from '../../../shared/accounts/api.ts'
import { foundCompany } from '../../../shared/company/found-company.ts'
import { STARTERS } from '../../../shared/company/starter.ts'
import { loadDemo } from '../../../shared/demo/demo.ts'
import { DEMO_COMPANY, DEMO_PASSWORD, DEMO_USERS } from '../../../shared/demo/staff.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { Failure } from '../../../shared/errors.ts'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Files } from '../../files/files.ts'
import type { Author } from '../../sync/author.ts'
import type { Base } from '../base.ts'
import { addMember, checkPassword, hashPassword } from '../people/members.ts'
import { writePeople } from '../people/people.ts'
import { findByEmail } from '../store/rows.ts'
import { addDemoFiles } from './demo-files/demo-files.ts'
import { addDemoLetters } from './demo-files/demo-letters.ts'
import { foundingIn, makeOwner } from './founding.ts'

/** What a new company is filled with; an owner without a person of his own gets a new one. */
interface Start extends Omit<SetupRequest, 'owner' | 'code'> {
  readonly owner: NewAccount & { readonly person?: string }
}

/** What a company is written by, and where the bytes of its files go. */
interface FoundingRoom {
  readonly author: Author
  readonly files: Files
}

/**
 * The first start: company, starter set or demo company, owner. The account comes last of what can fail, so that a
 * first start that was cut short can be made again. Requests are taken one after the other; Failure company-exists for
 * all but the first.
 */
export function makeSetUp(base: Base, room: FoundingRoom): (start: Start) => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve()
  return (start) => {
    const mine = turn.then(() => base.alone(() => setUp(base, room, start)))
    turn = mine.catch(() => null)
    return mine
  }
}

/** Makes the demo company with its own owner, unless there is a company already: for a server started to show it. */
export async function setUpDemo(base: Base, room: FoundingRoom): Promise<void> {
  const [owner] = DEMO_USERS
  if (!owner || (await foundingIn(base.context.adapter))) return
  const { name: company, zone, currency } = DEMO_COMPANY
  const account = { ...owner, password: DEMO_PASSWORD }
  await setUp(base, room, { company, zone, currency, language: 'ru', demo: true, owner: account })
}

async function setUp(base: Base, { author, files }: FoundingRoom, start: Start): Promise<void> {
  if (await foundingIn(base.context.adapter)) throw new Failure('company-exists')
  checkPassword(start.owner.password)
  await author.write((tx) => foundCompany(tx, start, start.demo ? null : STARTERS[start.language]))
  if (start.demo) await foundDemo(author, files, start.language)
  await makeOwner(base, start.owner, start.owner.person ?? newId(COMMON, Date.now()), start.demo)
  if (start.demo) await addDemoUsers(base, start.language)
  await writePeople(base, author)
}

async function foundDemo(author: Author, files: Files, language: Language): Promise<void> {
  const now = Date.now()
  await loadDemo((command) => author.write(command), now, language)
  await addDemoFiles(files, author, now, language)
  await addDemoLetters(files, author, now, language)
}

/** Everybody of the demo company may sign in, with a password that is no secret: there is nothing of anybody's in it. */
async function addDemoUsers(base: Base, language: Language): Promise<void> {
  const { adapter } = base.context
  for (const { email, role, person } of DEMO_USERS) {
    if (await findByEmail(adapter, email)) continue
    const name = DICTIONARIES[language].demo.people[person]
    const hash = await hashPassword(base, DEMO_PASSWORD)
    await adapter.transaction((store) => addMember(store, { name, email, role, person, hash }))
  }
}
