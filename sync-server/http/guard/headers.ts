import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Access } from '../ports.ts'

const OWN = ["'self'"]
const NONE = ["'none'"]

/**
 * What a browser may do with our pages: run our own scripts and styles and nothing from elsewhere, stand in no frame,
 * tell no other site the address of a page, which may hold a link's token. Only under a certificate that every browser
 * trusts is it told to come by HTTPS for ever: else it would find the page no more by which it learns to trust ours.
 */
export function securityHeaders({ address, ownAuthority }: Access): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: OWN,
      imgSrc: [...OWN, 'data:', 'blob:'],
      // A workbook is packed in a worker that its library makes of text; only our own scripts can make one.
      workerSrc: [...OWN, 'blob:'],
      objectSrc: NONE,
      baseUri: NONE,
      formAction: OWN,
      frameAncestors: NONE,
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity:
      address.startsWith('https:') && !ownAuthority ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  })
}

/** The pages that letters are shown in (client/records/letters), and where their pictures may come from. */
const LETTER_PAGES = { '/letter.html': 'data: blob:', '/letter-pictures.html': 'https: data: blob:' } as const

/**
 * A letter is shown in a page of its own, which the program writes into: nothing runs there, nothing is sent from there, its styles
 * are its own, and it stands in no frame but ours. To stand before the headers of all, as the next.
 */
export function letterHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const pictures = LETTER_PAGES[c.req.path as keyof typeof LETTER_PAGES]
    const rest = "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    const sandbox = 'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox'
    c.res.headers.set('content-security-policy', `default-src 'none'; img-src ${pictures}; ${rest}; ${sandbox}`)
    c.res.headers.set('x-frame-options', 'SAMEORIGIN')
    c.res.headers.set('referrer-policy', 'no-referrer')
  }
}

/**
 * The page that a service leads back to has a code in its address: nothing runs there, nothing is asked for, and nobody is told
 * from where one comes. To stand before the headers of all.
 */
export function consentHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const style = "style-src 'unsafe-inline'"
    const none = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    c.res.headers.set('content-security-policy', `${none}; ${style}`)
    c.res.headers.set('referrer-policy', 'no-referrer')
  }
}

/** The paths that `letterHeaders` is for. */
export const LETTER_PATHS = Object.keys(LETTER_PAGES)

/**
 * What people bring is never a page of ours: no script of it runs, nothing of it is asked for, whatever a browser takes it
 * for. To stand before the headers of all, which it then puts its own in the place of.
 */
export function fileHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    c.res.headers.set('x-content-type-options', 'nosniff')
  }
}
