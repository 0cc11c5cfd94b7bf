import { keptPlace } from './data/page/kept/kept-picture.ts'
import { rememberedAccount } from './data/page/kept/remembered.ts'

const HOME = '/home'

/** Where the bare address leads: to the list that stood on the screen last, whose picture is kept for that; else to the home page. */
export function beginning(): string {
  const account = rememberedAccount()
  return (account && keptPlace(account)) ?? HOME
}

/** The address that this page begins with, path and query. */
export function firstAddress(): string {
  return location.pathname === '/' ? beginning() : location.pathname + location.search
}
