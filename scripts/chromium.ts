/** Debian's Chromium: Playwright downloads none. */
export const CHROMIUM = '/usr/bin/chromium'
