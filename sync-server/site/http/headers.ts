import type { Context, MiddlewareHandler } from 'hono'

/**
 * What a browser may do with pages of the site: show them with their own styles and pictures, and send their forms here. No script
 * runs in any of them (SPEC ST10), so that none runs beside the program of the same address.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  // Nothing that runs asks for anything; what looks a page over from the browser may ask for robots.txt.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** To stand before the headers of all, which it then puts its own in the place of. */
export function siteHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    setHeaders(c)
  }
}

function setHeaders({ res }: Context): void {
  res.headers.set('content-security-policy', POLICY)
  res.headers.set('x-content-type-options', 'nosniff')
  res.headers.set('x-frame-options', 'DENY')
  // The address of an order's page, or of a letter's link, is a secret.
  res.headers.set('referrer-policy', 'same-origin')
}
