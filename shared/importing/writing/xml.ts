/** An element to be written: a text, or elements; what is null is left out. */
export type XmlNode = readonly [name: string, content: string | readonly (XmlNode | null)[]]

const SIGNS: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 has no place for, also not as an entity. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\ufffe\uffff]|\p{Cs}/gu

/** What stands before and behind the elements of a file of XML: its declaration, and the outermost element with its attributes. */
export function xmlFrame(
  name: string,
  attributes: Readonly<Record<string, string>>,
): { readonly head: string; readonly foot: string } {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return { head: `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${given.join('')}>\n`, foot: `</${name}>\n` }
}

/** An element of that frame. */
export function xmlText(node: XmlNode): string {
  return written(node, '\t')
}

function written(node: XmlNode | null, indent: string): string {
  if (node === null) return ''
  const [name, content] = node
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>\n`
  const inside = content.map((one) => written(one, `${indent}\t`)).join('')
  return `${indent}<${name}>\n${inside}${indent}</${name}>\n`
}

function escaped(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}
