import { readPhone } from '../phones/phone.ts'

/** What the end of a letter says of who wrote it. */
export interface Signature {
  readonly name: string | null
  readonly post: string | null
  /** In their normal form, each once. */
  readonly phones: readonly string[]
}

/** Where what is answered begins. */
const QUOTED =
  /^\s*(?:>|-{3,}.*(?:original|исходное|пересыл|forward)|.{0,120}\b(?:wrote|writes):\s*$|.{0,120}(?:писал\(?а?\)?|пишет):\s*$|(?:from|от):\s.*@)/iu
/** What stands before a name: a line of hyphens, or a greeting at the end. */
const BEGINS =
  /^\s*(?:--\s*$|с уважением|с наилучшими|с пожеланиями|всего доброго|спасибо[,!.]?\s*$|(?:kind|best|warm)?\s*regards|sincerely|cheers|thanks[,!.]?\s*$)/iu
const GREETING =
  /^\s*(?:--\s*$|с уважением|с наилучшими пожеланиями|всего доброго|(?:kind |best |warm )?regards|sincerely)[\s,.!:—-]*/iu
const POST =
  /директор|менеджер|дизайнер|бухгалтер|инженер|руководител|начальник|специалист|архитектор|прораб|секретар|закуп|director|manager|designer|accountant|engineer|head of|buyer|architect|owner/iu
const NAME = /^\p{Lu}[\p{L}’'-]+(?:\s+(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)){1,2}$/u
/** Digits of a number, and what people put between them. */
const NUMBER = /(?:\+|\b)\d[\d\s().–-]{5,20}\d(?:\s*(?:доб|ext)\.?\s*\d+)?/gu
/** So many lines at the end are looked at where nothing says that a signature begins, and behind where it does. */
const LAST = 6
const BEHIND = 10

/** What a letter’s last own lines say of who wrote it (SPEC MP13): his name, post and phones, as they are offered. */
export function signatureOf(text: string, country: string | null = null): Signature {
  const lines = endOf(text)
  const named = lines.map((line) => line.replace(GREETING, '').trim()).filter(Boolean)
  const phones = lines
    .flatMap((line) => line.match(NUMBER) ?? [])
    .flatMap((one) => readPhone(one, country)?.normal ?? [])
  const name = named
    .map((line) => line.split(/[,|]/)[0]?.trim() ?? '')
    .find((line) => NAME.test(line) && !POST.test(line))
  const post = named.flatMap((line) => line.split(/[,|]/)).find((part) => POST.test(part) && part.trim().length <= 60)
  return { name: name ?? null, post: post?.trim() ?? null, phones: [...new Set(phones)] }
}

function endOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  const quoted = lines.findIndex((line) => QUOTED.test(line))
  const own = (quoted === -1 ? lines : lines.slice(0, quoted)).filter((line) => line.trim() !== '')
  const begins = own.findLastIndex((line) => BEGINS.test(line))
  return begins === -1 ? own.slice(-LAST) : own.slice(begins, begins + BEHIND)
}
