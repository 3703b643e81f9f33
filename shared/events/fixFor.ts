import type { z } from 'zod'

/** What to do about a schema's complaint, in words for the one who sends: `It is missing; give a string.` */
export function fixFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? `It is missing; give ${a(issue.expected)}.` : `Give ${a(issue.expected)}.`
    case 'invalid_value':
      return `Give ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}.`
    case 'too_big':
      return `Give at most ${String(issue.maximum)}${unitOf(issue.origin)}.`
    case 'too_small':
      return `Give at least ${String(issue.minimum)}${unitOf(issue.origin)}.`
    default:
      return issue.message
  }
}

function a(type: string): string {
  const word = type === 'record' ? 'object' : type
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' characters' : origin === 'array' ? ' items' : ''
}
