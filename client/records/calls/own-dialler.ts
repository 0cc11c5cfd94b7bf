import { readPhone } from '../../../shared/phones/phone.ts'
import { createMedia } from '../../ui/look/media.ts'

/** Whether this is a phone, which dials by itself: fingers alone, and no wider than one. */
export function createIsPhone() {
  return createMedia('(pointer: coarse) and (hover: none) and (max-width: 600px)')
}

/** The link that a phone's own program dials. */
export function dialLink(number: string): string {
  const phone = readPhone(number)
  const inner = phone?.extension ? `,${phone.extension}` : ''
  return `tel:${phone ? phone.normal + inner : number.replaceAll(/[^\d+*#]/g, '')}`
}
