import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const OWN = ["'self'"]
const NONE = ["'none'"]

/**
 * What a browser may do with our pages: run our own scripts and styles and nothing from elsewhere, stand in no frame,
 * tell no other site the address of a page, which may hold a link's token.
 */
export function securityHeaders(overHttps: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: OWN,
      imgSrc: [...OWN, 'data:', 'blob:'],
      objectSrc: NONE,
      baseUri: NONE,
      formAction: OWN,
      frameAncestors: NONE,
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: overHttps ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  })
}
