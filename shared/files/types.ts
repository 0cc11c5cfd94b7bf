/** What nothing is known of. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/**
 * Pictures that a browser draws and that can run nothing. SVG is none of them: it holds scripts and asks for other
 * addresses.
 */
const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

export const PDF = 'application/pdf'

/** Whether bytes of the media type are a picture that may be shown. */
export function isPicture(type: string | null): boolean {
  return type !== null && PICTURES.includes(type)
}
