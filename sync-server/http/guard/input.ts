import * as v from 'valibot'
import type { NewAccount } from '../../../shared/accounts/api.ts'
import { PASSWORD } from '../../../shared/accounts/password.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Ask } from '../ports.ts'

/** A schema of what the interface says that it takes. */
export type Takes<T> = v.GenericSchema<unknown, T>

/** One line of text that says something; PostgreSQL takes no text with the character of the number 0. */
export const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^\P{Cc}*$/u))
export const email = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email())
/** Longer ones are refused before they are hashed; too weak ones by their own failure. */
export const password = v.pipe(v.string(), v.maxLength(PASSWORD.most))
export const newAccount = v.object({ name: line(120), email, password }) satisfies Takes<NewAccount>

/** The request's body, checked. Failure request-shape names the first field that does not fit. */
export async function bodyOf<T extends v.GenericSchema>(c: Ask, schema: T): Promise<v.InferOutput<T>> {
  const { success, issues, output } = v.safeParse(schema, await jsonOf(c))
  if (success) return output
  throw new Failure('request-shape', { field: v.getDotPath(issues[0]) ?? '' })
}

async function jsonOf(c: Ask): Promise<unknown> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Failure('request-shape', { field: 'content-type' })
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Failure('request-shape', { field: '' }, { cause })
  }
}
