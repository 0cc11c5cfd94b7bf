/** Debian's Caddy, before which the example of deploy/ is tried. */
export const CADDY = '/usr/bin/caddy'
