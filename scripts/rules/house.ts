/** A line of the house: how deep it stands, and the names that it is about, before two spaces and what is said of them. */
const LINE = /^( *)(\S+(?: \S+)*) {2}/

/**
 * What is wrong between the house in ARCHITECTURE.md and the tree, a sentence each: it names each of the folders, and
 * nothing that is not there. All paths are from the project's folder, folders with a slash at their end.
 */
export function houseProblems(page: string, folders: readonly string[], isThere: (path: string) => boolean): string[] {
  const named = namedIn(page)
  return [
    ...folders.filter((folder) => !named.includes(folder)).map((folder) => `${folder} is not named`),
    ...named.filter((path) => !isThere(path)).map((path) => `${path} is named, and is not there`),
  ]
}

/** The names in the page's first block, each below the line that stands before it and less deep. */
function namedIn(page: string): string[] {
  const [, house = ''] = page.split('```')
  const above: string[] = []
  return house.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = LINE.exec(line) ?? []
    if (names === '') return []
    const depth = indent.length / 2
    const paths = names.split(' ').map((name) => `${above[depth - 1] ?? ''}${name}`)
    above[depth] = paths.at(-1) ?? ''
    return paths
  })
}
