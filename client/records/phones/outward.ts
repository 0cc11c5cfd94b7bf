const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The address under which others reach the program: the page's own, unless that is the machine's own name; then the one that the
 * server was told to have.
 */
export function outward(page: string, servers: string): string {
  return isOwn(page) ? servers : page
}

/** Whether an address names whatever machine it is used on: no other one comes by it. */
export function isOwn(address: string): boolean {
  return OWN_NAMES.test(new URL(address).hostname)
}
