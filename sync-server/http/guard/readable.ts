import type { KnownDocument } from '../../../shared/documents/documents.ts'
import { mayRead, parseDocument } from '../../../shared/documents/documents.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'

/** The company's document of that name, if the caller may read it. Failures document-unknown, role-forbids. */
export function readable(company: string, name: string, who: Who): KnownDocument {
  const document = parseDocument(name, Date.now())
  if (document?.company !== company) throw new Failure('document-unknown', { document: name })
  if (!mayRead(document, who)) throw new Failure('role-forbids', { document: name })
  return document
}
