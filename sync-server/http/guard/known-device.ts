import { randomBytes } from 'node:crypto'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { emailOf } from '../../accounts/store/rows.ts'
import { hashOf } from '../../accounts/store/tokens.ts'
import type { Ask, Room } from '../ports.ts'

/** A browser is known for so long, in seconds: none keeps a cookie longer. */
const KEPT = 400 * 24 * 3600

/** Marks the browser as one on which the account has signed in. It is no way in: it is counted apart from strangers (accounts/SPEC A8). */
export async function markKnown(room: Room, c: Ask, email: string): Promise<void> {
  const mark = (await knownAs(room, c, email)) ?? randomBytes(16).toString('base64url')
  const { name, secure, secret } = cookieOf(room)
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: KEPT } as const
  await setSignedCookie(c, name, `${ownerOf(email)}.${mark}`, secret, options)
}

/** The mark of a browser on which the account of the e-mail has signed in; null for any other. */
export async function knownAs(room: Room, c: Ask, email: string): Promise<string | null> {
  const { name, secret } = cookieOf(room)
  const [owner, mark] = ((await getSignedCookie(c, secret, name)) || '').split('.')
  return owner === ownerOf(email) && mark !== undefined ? mark : null
}

/** Named as the session's cookie is, and signed with a key of its own. */
function cookieOf({ accounts: { context, facts } }: Room) {
  const { name, attributes } = context.createAuthCookie('known')
  return { name, secure: attributes.secure ?? false, secret: hashOf(`known ${facts.secret}`) }
}

function ownerOf(email: string): string {
  return hashOf(emailOf(email))
}
