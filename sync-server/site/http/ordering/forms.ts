import type { Context } from 'hono'

/** Reads a form as browsers send it; null: it came in another shape. */
export async function formOf(c: Context): Promise<URLSearchParams | null> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return null
  return new URLSearchParams(await c.req.text())
}
