/** What keeps the site from being published, or its orders from being taken. */
export const SITE_TROUBLES = ['unreachable', 'keyRefused', 'locked', 'refused', 'noKind'] as const
export type SiteTrouble = (typeof SITE_TROUBLES)[number]

/** How the site stands, as the agent tells the server, which writes it into the record of the site: `PUT /api/agent/site`. */
export interface SiteStanding {
  /** Null: nothing stands in the way; absent: as it was. */
  readonly trouble?: SiteTrouble | null | undefined
  /** When the catalogue was published, ms since 1970, and how many goods it has; absent: as it was. */
  readonly published?: number | undefined
  readonly goods?: number | undefined
  /** How many deeds of visitors and readers could not be taken, and stand aside at the doors; absent: as it was. */
  readonly aside?: number | undefined
}
