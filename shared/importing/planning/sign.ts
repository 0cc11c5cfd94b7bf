import { readPhone } from '../../phones/phone.ts'
import type { Json } from '../../records/declarations/value.ts'

/** A value as it is compared; null where there is none. */
export function signOf(field: string, value: Json): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  if (field === 'phone') return readPhone(value)?.normal ?? value.replace(/\D/g, '')
  if (field === 'inn') return value.replace(/\s/g, '')
  return value.trim().toLowerCase()
}
