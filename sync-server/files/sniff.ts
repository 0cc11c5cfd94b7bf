import { fileTypeFromFile } from 'file-type'
import { UNKNOWN_TYPE } from '../../shared/files/types.ts'

/** The media type that the bytes of a file tell; text tells none, and so do SVG and HTML. */
export async function typeOf(path: string): Promise<string> {
  return (await fileTypeFromFile(path))?.mime ?? UNKNOWN_TYPE
}
