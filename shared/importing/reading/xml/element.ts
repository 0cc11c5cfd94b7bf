/** An element with all that stands in it. */
export interface XmlElement {
  /** Without the prefix of a namespace. */
  readonly name: string
  /** Where it begins, as an editor counts. */
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
  /** Its own text, without blanks around it. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** What is to be done with the elements of a file. */
export interface XmlHandler {
  /** The element at this path, names joined by `/`, is to be given whole. */
  readonly takes: (path: string, attributes: ReadonlyMap<string, string>) => boolean
  readonly take: (path: string, element: XmlElement) => void
  /** The outermost element; false: the file is not what is looked for, and no more of it is read. */
  readonly isRoot: (name: string, attributes: ReadonlyMap<string, string>) => boolean
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The elements at the end of a path of names below this one. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  const [name, ...rest] = path
  if (name === undefined) return [element]
  return element.children.flatMap((child) => (child.name === name ? elementsAt(child, ...rest) : []))
}

/** The text of the first child of that name; null where there is none, or it is empty. */
export function textIn(element: XmlElement | undefined, name: string): string | null {
  return childOf(element, name)?.text || null
}
