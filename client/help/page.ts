/** A part of a page under its heading; the first has none. */
export interface HelpSection {
  readonly heading: string
  /** Empty for the beginning of the page. */
  readonly anchor: string
  readonly text: string
}

/** A page of the user's guide, as the build has made it. */
export interface HelpPage {
  readonly id: string
  readonly title: string
  /** Safe HTML: `src="picture:…"` stands for the addresses of pictures. */
  readonly html: string
  readonly sections: readonly HelpSection[]
}

/** What the palette knows of a page. */
export interface HelpTitle {
  readonly id: string
  readonly title: string
  /** Its headings. */
  readonly about: string
}

/** Where in the guide one is: a page, and a part of it by its anchor. */
export interface HelpPlace {
  readonly page: string
  readonly part: string
}
