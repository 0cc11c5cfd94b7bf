import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'

export type ClientId = keyof DemoWords['clients']

export interface Company {
  readonly segment: keyof DemoWords['segments']
  readonly responsible: WorkerId
  readonly source: keyof DemoWords['sources']
  readonly tags: readonly (keyof DemoWords['tags'])[]
  readonly contacts: readonly Contact[]
}

interface Contact {
  readonly name: keyof DemoWords['contacts']
  readonly post: keyof DemoWords['posts']
}

const director = (name: Contact['name']): Contact => ({ name, post: 'director' })
const buyer = (name: Contact['name']): Contact => ({ name, post: 'buyer' })
const accountant = (name: Contact['name']): Contact => ({ name, post: 'accountant' })

/** Customers that are companies; all others are private persons. */
export const COMPANIES: Readonly<Partial<Record<ClientId, Company>>> = {
  alphamart: {
    ...{ segment: 'shops', responsible: 'abdulov', source: 'fair', tags: ['wholesale'] },
    contacts: [director('krylov'), buyer('belova')],
  },
  denezhnikovo: {
    ...{ segment: 'builders', responsible: 'vederkin', source: 'friends', tags: ['wholesale', 'prepaid'] },
    contacts: [director('sizov')],
  },
  assolDesign: {
    ...{ segment: 'designers', responsible: 'nikolaev', source: 'friends', tags: ['design'] },
    contacts: [director('romanova')],
  },
  northHouse: {
    ...{ segment: 'builders', responsible: 'vederkin', source: 'fair', tags: ['wholesale'] },
    contacts: [director('gromov'), accountant('titova')],
  },
  whiteNights: {
    ...{ segment: 'designers', responsible: 'abdulov', source: 'site', tags: ['design'] },
    contacts: [director('levin')],
  },
  pier: { segment: 'food', responsible: 'lebedev', source: 'call', tags: [], contacts: [director('mironov')] },
  lighthouse: {
    ...{ segment: 'hotels', responsible: 'nikolaev', source: 'fair', tags: ['wholesale', 'prepaid'] },
    contacts: [director('sobolev'), buyer('anikina')],
  },
  orlova: {
    ...{ segment: 'designers', responsible: 'sokolova', source: 'friends', tags: ['design'] },
    contacts: [director('orlova')],
  },
  kolos: { segment: 'food', responsible: 'lebedev', source: 'site', tags: [], contacts: [director('petrov')] },
  comfort: {
    ...{ segment: 'builders', responsible: 'abdulov', source: 'call', tags: ['wholesale'] },
    contacts: [director('zotov'), accountant('sorokina')],
  },
  kindergarten: {
    ...{ segment: 'institutions', responsible: 'vederkin', source: 'call', tags: ['prepaid'] },
    contacts: [director('ilina')],
  },
}
