import { isObject, type Json, parseJson } from '../../../../shared/records/declarations/value.ts'

/** `$.result.code = 0`, `$.messages[0].id`: a path into JSON, and what is to stand there. */
const RULE = /^\$((?:\.[\w-]+|\[\d+\])+)\s*(?:=\s*(.*))?$/s

/**
 * Whether an answer is good: it contains the text; or, where that is a path into JSON, this value stands there as text, or
 * without one something that is not false, empty or null. A path into what is no JSON leads nowhere.
 */
export function isGood(answer: string, success: string): boolean {
  const rule = RULE.exec(success.trim())
  if (!rule) return answer.includes(success)
  const [, path = '', wanted] = rule
  const found = at(parseJson(answer), path)
  if (wanted !== undefined) return isPlain(found) && String(found) === unquoted(wanted.trim())
  return found !== undefined && found !== null && found !== false && found !== ''
}

function at(tree: Json | undefined, path: string): Json | undefined {
  const steps = path.match(/[\w-]+/g) ?? []
  return steps.reduce<Json | undefined>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)]
    return isObject(node) && Object.hasOwn(node, step) ? node[step] : undefined
  }, tree)
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) || value === null
}

function unquoted(text: string): string {
  return /^"(.*)"$/s.exec(text)?.[1] ?? text
}
