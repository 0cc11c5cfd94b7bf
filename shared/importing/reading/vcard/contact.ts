/** A property of a card as it stands in the file: unfolded, decoded, its escapes kept. */
export interface Property {
  /** Properties of one group belong together: `item1`. */
  readonly group: string | null
  /** In capitals. */
  readonly name: string
  /** By name in capitals; types in small letters. */
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

/** A phone number, an e-mail address or a page. */
export interface Reach {
  readonly value: string
  /** As the file says: `cell`, `work`, `home`. */
  readonly types: readonly string[]
  /** What its owner calls it. */
  readonly label: string | null
  readonly preferred: boolean
}

export interface NameParts {
  readonly family: string
  readonly given: string
  /** Middle names; in Russian, the patronymic. */
  readonly additional: string
  readonly prefix: string
  readonly suffix: string
}

export interface Address extends Omit<Reach, 'value'> {
  readonly box: string
  readonly extra: string
  readonly street: string
  readonly city: string
  readonly region: string
  readonly code: string
  readonly country: string
}

export interface Photo {
  /** `image/jpeg`. */
  readonly mediaType: string
  readonly base64: string
}

/** Whom a card is about. What this program has no place for stands among `others`, so that nothing is lost on the way. */
export interface Contact {
  readonly name: string
  readonly parts: NameParts | null
  readonly organisation: string | null
  readonly units: readonly string[]
  readonly title: string | null
  readonly phones: readonly Reach[]
  readonly emails: readonly Reach[]
  readonly pages: readonly Reach[]
  readonly addresses: readonly Address[]
  readonly note: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not said. */
  readonly birthday: string | null
  readonly categories: readonly string[]
  readonly uid: string | null
  readonly photo: Photo | null
  readonly others: readonly Property[]
}

/** In the order in which a card names them. */
export const NAME_PARTS = ['family', 'given', 'additional', 'prefix', 'suffix'] as const
export const ADDRESS_PARTS = ['box', 'extra', 'street', 'city', 'region', 'code', 'country'] as const
