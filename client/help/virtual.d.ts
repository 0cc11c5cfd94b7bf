/** Made of docs/ by scripts/build/help. */
interface HelpPagesModule {
  readonly pages: readonly import('./page.ts').HelpPage[]
  /** Addresses of pictures by their file names. */
  readonly pictures: Readonly<Record<string, string>>
}

interface HelpTitlesModule {
  readonly titles: readonly import('./page.ts').HelpTitle[]
}

declare module 'virtual:help/ru' {
  export const pages: HelpPagesModule['pages']
  export const pictures: HelpPagesModule['pictures']
}
declare module 'virtual:help/en' {
  export const pages: HelpPagesModule['pages']
  export const pictures: HelpPagesModule['pictures']
}
declare module 'virtual:help-titles/ru' {
  export const titles: HelpTitlesModule['titles']
}
declare module 'virtual:help-titles/en' {
  export const titles: HelpTitlesModule['titles']
}
