import type { Site } from '../../../shared/site/collections.ts'

/** The logo, where it is a picture as records hold them; whatever else stands there is shown as none. */
export function logoOf({ logo }: Pick<Site, 'logo'>): string | null {
  return logo !== null && /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(logo) ? logo : null
}
