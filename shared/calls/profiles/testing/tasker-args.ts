import { SaxesParser } from 'saxes'

/** The code and the arguments of a profile’s event or action, by their numbers. */
export function taskerArgs(text: string, of: 'Event' | 'Action') {
  const args: string[] = []
  let code = ''
  let path: string[] = []
  let arg: number | null = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    path = [...path, name]
    const number = /^arg(\d+)$/.exec(attributes.sr ?? '')?.[1]
    arg = number !== undefined && path.includes(of) ? Number(number) : null
    if (arg !== null) args[arg] = attributes.val ?? ''
  })
  parser.on('text', (words) => {
    if (arg !== null && path.at(-1) === 'Str') args[arg] += words
    if (path.at(-1) === 'code' && path.includes(of)) code = words
  })
  parser.on('closetag', () => {
    path = path.slice(0, -1)
    arg = null
  })
  parser.write(text).close()
  return { code, args }
}
