import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import { fill } from '../../../shared/locales/fill.ts'
import type { Words } from '../../../shared/locales/index.ts'
import { languageOf } from '../sentence.ts'

/** What the commands that keep a company's data share. */
export function keepingWords(): Words['keeping'] {
  return DICTIONARIES[languageOf(process.env)].keeping
}

/** The data folder that is meant. */
export function dataFolder(given: string | undefined): string {
  return given ?? process.env.VORONKA_DATA ?? 'data'
}

/** Prints what a command is for, where that is asked. */
export function isHelp({ help }: { readonly help: boolean }, command: keyof Words['keeping']['help']): boolean {
  if (help) console.log(keepingWords().help[command])
  return help
}

/** Says a sentence to whoever runs the command, beside what it prints. */
export function say(sentence: string, params: Parameters<typeof fill>[1]): void {
  console.error(fill(sentence, params))
}
