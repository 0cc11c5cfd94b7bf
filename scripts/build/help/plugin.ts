import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import type { HelpPage } from '../../../client/help/page.ts'
import { renderPage } from './render.ts'

const DOCS = join(import.meta.dirname, '../../../docs')
const PAGES = /^virtual:help\/(ru|en)$/
const TITLES = /^virtual:help-titles\/(ru|en)$/

/** The pages of the user's guide in a language, by their titles. */
export function helpPages(language: string): readonly HelpPage[] {
  const files = globSync(`${language}/*.md`, { cwd: DOCS }).sort()
  const ids = new Set(files.map((file) => basename(file, '.md')))
  return files.map((file) =>
    renderPage(basename(file, '.md'), readFileSync(join(DOCS, file), 'utf8'), (id) => ids.has(id)),
  )
}

/**
 * docs/ in the program: `virtual:help/ru` has the pages of a language, `virtual:help-titles/ru` their names alone. Each is a
 * file of its own, kept on the device with the program; pictures (2 MB) are fetched when they are looked at, and kept then.
 */
export function help(): Plugin {
  return {
    name: 'voronka:help',
    resolveId: (id) => (PAGES.test(id) || TITLES.test(id) ? `\0${id}` : null),
    load(id) {
      const name = id.startsWith('\0') ? id.slice(1) : ''
      const [, pages] = PAGES.exec(name) ?? []
      const [, titles] = TITLES.exec(name) ?? []
      const language = pages ?? titles
      if (language === undefined) return null
      for (const file of globSync(`${language}/*.md`, { cwd: DOCS })) this.addWatchFile(join(DOCS, file))
      return pages ? pagesModule(helpPages(language)) : titlesModule(helpPages(language))
    },
  }
}

function titlesModule(pages: readonly HelpPage[]): string {
  const titles = pages.map(({ id, title, sections }) => ({
    ...{ id, title },
    about: sections.map(({ heading }) => heading).join(' '),
  }))
  return `export const titles = ${JSON.stringify(titles)}`
}

function pagesModule(pages: readonly HelpPage[]): string {
  const pictures = [
    ...new Set(pages.flatMap(({ html }) => [...html.matchAll(/picture:([\w.-]+)/g)].map(([, name]) => name))),
  ]
  const imports = pictures.map((name, i) => `import p${i} from ${JSON.stringify(join(DOCS, 'pictures', name ?? ''))}`)
  const named = pictures.map((name, i) => `${JSON.stringify(name)}: p${i}`)
  return [
    ...imports,
    `export const pictures = { ${named.join(', ')} }`,
    `export const pages = ${JSON.stringify(pages)}`,
  ].join('\n')
}
