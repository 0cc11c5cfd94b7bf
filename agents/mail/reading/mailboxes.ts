import type { AddressObject, EmailAddress } from 'mailparser'
import type { Mailbox } from '../../../shared/letters/letter.ts'

/** Everybody whom headers of addresses name, members of groups too. */
export function mailboxesOf(found: AddressObject | readonly AddressObject[] | undefined): readonly Mailbox[] {
  const objects = found === undefined ? [] : [found].flat()
  return objects.flatMap(({ value }) => value).flatMap(everybody)
}

function everybody(entry: EmailAddress): readonly Mailbox[] {
  if (entry.group) return entry.group.flatMap(everybody)
  const address = (entry.address ?? '').trim().toLowerCase()
  const name = entry.name.trim()
  if (address === '' && name === '') return []
  return [{ name: name === '' || name.toLowerCase() === address ? null : name, address }]
}
