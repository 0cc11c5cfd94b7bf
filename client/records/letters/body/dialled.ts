import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import type { Letter } from '../../../../shared/letters/collections.ts'
import type { NumberInText } from '../../../../shared/phones/in-text.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { createDialPlace } from '../../calls/dial-place.tsx'
import { createIsPhone, dialLink } from '../../calls/own-dialler.ts'
import { useMayWrite } from '../../rights.ts'

/** «Набрать номер» at the numbers of a letter (SPEC MV33), and the place of its dialog; on a phone its own program dials. */
export function createLetterDial(letter: () => Letter) {
  const mayWrite = useMayWrite('calls')
  const isPhone = createIsPhone()
  const record = createRecord(company, () => COMPANY)
  const { open, Place } = createDialPlace()
  return {
    /** Numbers without a code are of it. */
    country: () => record()?.row?.country ?? null,
    isOffered: () => isPhone() || (mayWrite && hasFeature('telephony')),
    /** A link of a number was clicked. */
    click: (event: Event, href: string) => {
      if (isPhone()) return
      event.preventDefault()
      const { customer, contact } = letter()
      open({ ...numberOf(href), customer, contact })
    },
    Place,
  }
}

export type LetterDial = Pick<ReturnType<typeof createLetterDial>, 'country' | 'isOffered' | 'click'>

/** `tel:+79161234567,12` */
export function linkOf({ number, extension }: Pick<NumberInText, 'number' | 'extension'>): string {
  return dialLink(number) + (extension === null ? '' : `,${extension}`)
}

function numberOf(href: string): { readonly number: string; readonly extension: string | null } {
  const [number = '', extension = null] = href.replace(/^tel:/i, '').split(/,|;ext=/)
  return { number, extension }
}
