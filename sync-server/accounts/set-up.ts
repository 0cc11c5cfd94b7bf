import type { Language, SetupRequest } from '../../shared/accounts/api.ts'
import { foundCompany } from '../../shared/company/found-company.ts'
import { STARTERS } from '../../shared/company/starter.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { Failure } from '../../shared/errors.ts'
import { newId } from '../../shared/records/id.ts'
import type { Author } from './author.ts'
import { foundingIn, makeOwner } from './founding.ts'
import { checkPassword } from './members.ts'
import { writePerson } from './people.ts'
import type { Base, UserRow } from './store/base.ts'

/** Fills a new company with the demo company's records; doing it twice must make them once. */
export type LoadDemo = (language: Language) => Promise<void>

/**
 * The first start: company, starter set or demo company, owner. The account comes last of what can fail, so that a
 * first start that was cut short can be made again. Requests are taken one after the other; Failure company-exists for
 * all but the first.
 */
export function makeSetUp(base: Base, author: Author, demo?: LoadDemo): (request: SetupRequest) => Promise<UserRow> {
  let turn: Promise<unknown> = Promise.resolve()
  return (request) => {
    const mine = turn.then(() => setUp(base, author, request, demo))
    turn = mine.catch(() => null)
    return mine
  }
}

async function setUp(base: Base, author: Author, request: SetupRequest, demo?: LoadDemo): Promise<UserRow> {
  if (await foundingIn(base.context.adapter)) throw new Failure('company-exists')
  checkPassword(request.owner.password)
  const withDemo = request.demo && demo !== undefined
  await author.write((tx) => foundCompany(tx, request, withDemo ? null : STARTERS[request.language]))
  if (withDemo) await demo(request.language)
  const owner = await makeOwner(base, request.owner, newId(COMMON, Date.now()), withDemo)
  await writePerson(author, owner)
  return owner
}
