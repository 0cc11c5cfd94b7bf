import type { Words } from '../../locales/index.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { SITE } from '../../site/collections.ts'
import { firstSite } from '../../site/setup/first-site.ts'
import { organisationOf } from '../base.ts'
import type { DemoCommand } from '../command.ts'

/** Of the colour of the sails. */
const HUE = 25

/** The company's site, open: finished kitchens and what belongs to them, at the prices of the showroom. */
export function siteCommands(at: number, { demo, siteSetup }: Pick<Words, 'demo' | 'siteSetup'>): DemoCommand[] {
  const { made } = siteSetup
  const known = organisationOf('assol', demo)
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : null)
  const { fullName, inn, ogrn, address, phone, email } = Object.fromEntries(
    ['fullName', 'inn', 'ogrn', 'address', 'phone', 'email'].map((name) => [name, text(name)]),
  ) as { readonly [name in 'fullName' | 'inn' | 'ogrn' | 'address' | 'phone' | 'email']: string | null }
  const organisation = { id: 'assol', name: demo.organisations.assol, fullName, inn, ogrn, address, phone, email }
  const site = firstSite({
    company: demo.company,
    organisation,
    priceType: 'showroom',
    kinds: [],
    person: 'sedova',
    words: made,
  })
  const orders = { kind: 'shop', state: 'site', source: demo.sources.site }
  const values = { ...site, ...orders, isOn: true, hue: HUE } as JsonObject
  return [{ command: 'createRecord', args: { collection: 'sites', id: SITE, values }, person: null, at }]
}
