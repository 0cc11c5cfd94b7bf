import { inlinesOf } from '../body/body.ts'
import { readBody } from '../body/read-body.ts'
import type { Basis, MessageTemplate } from '../collections.ts'
import type { Around } from '../parameters/around.ts'
import { parameterNamed } from '../parameters/parameters.ts'
import { piecesOf } from '../parameters/typed.ts'
import { valueFor } from '../parameters/values.ts'
import { isSalutationOpen } from '../salutation/salutation.ts'

/** What is to be said of a parameter: the basis has none such, it stands for nothing, or nothing tells how somebody is addressed. */
export const PROBLEMS = ['unknown', 'empty', 'open'] as const

/** `parameter`: its name, or, of an unknown one, what was typed. */
export interface Problem {
  readonly is: (typeof PROBLEMS)[number]
  readonly parameter: string
}

type Text = Pick<MessageTemplate, 'subject' | 'body' | 'way'>

/** What is to be said of a template's parameters, each once; of an order, too, where one is chosen (SPEC TX9). */
export function problemsOf(template: Text, basis: Basis, around: Around | null = null): readonly Problem[] {
  const problems = namesIn(template).flatMap((name): readonly Problem[] => {
    const parameter = parameterNamed(basis, name)
    if (parameter === null) return [{ is: 'unknown', parameter: name }]
    if (around === null) return []
    if (valueFor(parameter, around) === '') return [{ is: 'empty', parameter: parameter.name }]
    return parameter.name === 'salutation' && isSalutationOpen(around)
      ? [{ is: 'open', parameter: parameter.name }]
      : []
  })
  return [...new Map(problems.map((problem) => [`${problem.is} ${problem.parameter}`, problem])).values()]
}

/** The parameters that a template names, as it names them, each once. An SMS has no subject. */
export function namesIn({ subject, body, way }: Text): readonly string[] {
  const inSubject = way === 'sms' ? [] : namesTyped(subject ?? '')
  const inBody = inlinesOf(readBody(body).content).flatMap((piece) => {
    if (piece.type === 'parameter') return [piece.attrs.name]
    return piece.type === 'text' ? namesTyped(piece.text) : []
  })
  return [...new Set([...inSubject, ...inBody])]
}

function namesTyped(text: string): readonly string[] {
  return piecesOf(text).flatMap((piece) => (piece.is === 'parameter' ? [piece.name] : []))
}
