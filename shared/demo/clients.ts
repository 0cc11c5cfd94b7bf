import type { DemoWords } from './process.ts'
import type { WorkerId } from './staff.ts'

export type ClientId = keyof DemoWords['clients']

interface Company {
  readonly segment: keyof DemoWords['segments']
  readonly responsible: WorkerId
}

/** Customers that are companies; all others are private persons. */
export const COMPANIES: Readonly<Partial<Record<ClientId, Company>>> = {
  alphamart: { segment: 'shops', responsible: 'abdulov' },
  denezhnikovo: { segment: 'builders', responsible: 'vederkin' },
  assolDesign: { segment: 'designers', responsible: 'nikolaev' },
  northHouse: { segment: 'builders', responsible: 'vederkin' },
  whiteNights: { segment: 'designers', responsible: 'abdulov' },
  pier: { segment: 'food', responsible: 'lebedev' },
  lighthouse: { segment: 'hotels', responsible: 'nikolaev' },
  orlova: { segment: 'designers', responsible: 'sokolova' },
  kolos: { segment: 'food', responsible: 'lebedev' },
  comfort: { segment: 'builders', responsible: 'abdulov' },
  kindergarten: { segment: 'institutions', responsible: 'vederkin' },
}
