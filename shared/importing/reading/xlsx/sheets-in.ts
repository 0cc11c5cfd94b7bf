import type { XmlElement } from '../xml/element.ts'
import { readXml } from '../xml/read.ts'
import type { Parts } from './unpack.ts'

/** A sheet of a workbook: its name, and its text as XML. */
export interface SheetPart {
  readonly name: string
  readonly xml: string
}

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** The sheets of a workbook, in the order of its tabs. */
export function sheetsIn(parts: Parts): SheetPart[] {
  const relations = elementsOf(parts[RELATIONS], 'Relationships/Relationship')
  const targets = new Map(relations.map(({ attributes }) => [attributes.get('Id'), attributes.get('Target')]))
  return elementsOf(parts[WORKBOOK], 'workbook/sheets/sheet').flatMap(({ attributes }) => {
    const relation = [...attributes].find(([key]) => key.endsWith(':id'))?.[1]
    const target = targets.get(relation)
    const part = target === undefined ? undefined : parts[pathOf(target)]
    return part ? [{ name: attributes.get('name') ?? '', xml: new TextDecoder().decode(part) }] : []
  })
}

/** A target is told from the workbook's folder, or from the top. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function elementsOf(part: Uint8Array | undefined, at: string): XmlElement[] {
  const found: XmlElement[] = []
  if (!part) return found
  readXml(new TextDecoder().decode(part), {
    isRoot: () => true,
    takes: (path) => path === at,
    take: (_, element) => found.push(element),
  })
  return found
}
