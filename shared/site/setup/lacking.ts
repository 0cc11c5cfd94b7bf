import type { Kind } from '../../orders/collections.ts'
import { doubtOfEmail } from '../../records/forms/email.ts'
import type { Site } from '../collections.ts'

/** What a site wants before it is opened, by the step where it is filled in (SPEC WB21). */
export const LACKING = {
  name: 'name',
  goods: 'goods',
  kind: 'orders',
  privacy: 'texts',
  seller: 'name',
  email: 'name',
} as const
export type Lacking = keyof typeof LACKING

/** What of it is lacking, in the order of the steps. */
export function lackingIn(site: Site, kinds: readonly Pick<Kind, 'id' | 'gone'>[]): readonly Lacking[] {
  const isFilled = (text: string | null) => (text ?? '').trim() !== ''
  const all: { readonly [L in Lacking]: boolean } = {
    name: !isFilled(site.name),
    goods: (site.goods ?? 0) === 0,
    kind: !kinds.some(({ id, gone }) => id === site.kind && !gone),
    privacy: !isFilled(site.privacy),
    seller: site.organisation === null,
    email: isFilled(site.email) && doubtOfEmail(site.email ?? '') !== null,
  }
  return (Object.keys(LACKING) as Lacking[]).filter((one) => all[one])
}
