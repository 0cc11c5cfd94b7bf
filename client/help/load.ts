import type { Language } from '../../shared/locales/index.ts'
import type { HelpPage, HelpTitle } from './page.ts'

const PAGES = { ru: () => import('virtual:help/ru'), en: () => import('virtual:help/en') }
const TITLES = { ru: () => import('virtual:help-titles/ru'), en: () => import('virtual:help-titles/en') }

/** The guide in a language, with the addresses of its pictures. */
export async function loadHelp(language: Language): Promise<readonly HelpPage[]> {
  const { pages, pictures } = await PAGES[language]()
  return pages.map((page) => ({
    ...page,
    html: page.html.replaceAll(/src="picture:([\w.-]+)"/g, (_, name: string) => `src="${pictures[name] ?? ''}"`),
  }))
}

/** The names of its pages. */
export async function loadTitles(language: Language): Promise<readonly HelpTitle[]> {
  return (await TITLES[language]()).titles
}
