import { supported } from './supported.ts'

interface Statement {
  version_added: string | false | null
  version_removed?: string | false
  prefix?: string
  alternative_name?: string
  flags?: unknown
  partial_implementation?: boolean
}

/** A node of MDN's browser-compat-data. */
export interface Compat {
  __compat?: { support: Record<string, Statement | Statement[]> }
  [under: string]: Compat | Compat['__compat']
}

/** The supported browsers that do not have a feature, such as `chrome 108 (has it since 116)`; none where the data knows nothing of it. @param prefix a vendor's prefix under which it is written beside */
export function missingIn(feature: Compat | undefined, prefix?: string): string[] {
  const support = feature?.__compat?.support
  if (!support)
    return []
  return Object.entries(supported).flatMap(([browser, oldest]) => {
    const said = support[browser]
    if (said === undefined)
      return []
    const statements = (Array.isArray(said) ? said : [said]).filter(each => !each.flags && !each.alternative_name && (each.prefix === undefined || each.prefix === prefix))
    if (statements.some(each => isIn(each, oldest)))
      return []
    const since = statements.map(({ version_added: added }) => added).find(added => typeof added === 'string')
    return [`${browser} ${oldest} (${since === undefined ? 'has it not' : `has it since ${since}`})`]
  })
}

function isIn({ version_added: added, version_removed: removed }: Statement, version: number): boolean {
  if (typeof removed === 'string' && numberOf(removed) <= version)
    return false
  return typeof added === 'string' && numberOf(added) <= version
}

/** `≤37` is at most 37; `preview` is of no release. */
function numberOf(said: string): number {
  return said === 'preview' ? Infinity : Number.parseFloat(said.replace('≤', ''))
}
