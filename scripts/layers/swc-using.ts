import type { Statement, VariableDeclarator } from '@swc/core'
import { Visitor } from '@swc/core/Visitor.js'

/** What swc parses `using x = …` into; its own types and its visitor do not know it. */
interface UsingDeclaration {
  readonly type: 'UsingDeclaration'
  readonly decls: VariableDeclarator[]
}

/**
 * Teaches swc's visitor, by which dependency-cruiser walks a file, to walk through `using` and `await using`: it stops
 * the whole check at the first one otherwise ("Unknown statement type: UsingDeclaration").
 */
export function walkThroughUsing(): void {
  const walk = Visitor.prototype.visitStatement
  Visitor.prototype.visitStatement = function (statement: Statement): Statement {
    const unknown: { readonly type: string } = statement
    if (!isUsing(unknown)) return walk.call(this, statement)
    this.visitVariableDeclarators(unknown.decls)
    return statement
  }
}

function isUsing(statement: { readonly type: string }): statement is UsingDeclaration {
  return statement.type === 'UsingDeclaration'
}
