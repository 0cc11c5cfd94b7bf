import type { Mailbox } from './letter.ts'

/** Readers apart by commas, semicolons or lines; what stands in quotes is no border. */
const PIECE = /(?:"(?:[^"\\]|\\.)*"|[^",;\n])+/g
const NAMED = /^(.*?)\s*<([^<>]*)>\s*$/s

/** Whom a list of readers names, as people and letters write it: `Name <address>`, or the address alone. */
export function readMailboxes(text: string): readonly Mailbox[] {
  return (text.match(PIECE) ?? [])
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map(readMailbox)
}

/** `Name <address>`, or the address alone. */
export function readMailbox(text: string): Mailbox {
  const [, name = '', address] = NAMED.exec(text.trim()) ?? []
  if (address === undefined) return { name: null, address: text.trim() }
  return { name: unquoted(name) || null, address: address.trim() }
}

function unquoted(name: string): string {
  const [, inside] = /^"(.*)"$/s.exec(name.trim()) ?? []
  return inside === undefined ? name.trim() : inside.replaceAll(/\\(.)/gs, '$1')
}

/** As people read it. */
export function writeMailbox({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address
}

/** Whether two addresses of mail are one: no server of mail tells them apart by their case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
