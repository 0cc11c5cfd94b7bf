import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { mangoHook } from './exchanges/mango.ts'
import { megafonHook } from './exchanges/megafon.ts'
import { zadarmaHook } from './exchanges/zadarma.ts'
import { genericHook } from './generic.ts'
import type { Hooked, HookRequest, HookSettings } from './hook.ts'

/** How each exchange is read; `heard`: when it came, ms since 1970. */
type ReadsHook = (settings: HookSettings, request: HookRequest, heard: number) => Hooked

const READERS: { readonly [way in HeldPhone['way']]?: ReadsHook } = {
  mango: mangoHook,
  zadarma: zadarmaHook,
  megafon: megafonHook,
  hooks: genericHook,
}

/** What an exchange's request comes to (SPEC CL10); null: lines of that way send none. */
export function hookReports(
  { way, settings }: Pick<HeldPhone, 'way' | 'settings'>,
  request: HookRequest,
  heard: number,
): Hooked | null {
  const read = READERS[way]
  return read && settings ? read(settings, request, heard) : null
}
