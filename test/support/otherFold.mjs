import { register } from 'node:module'

// Serves as a build of another fold version would: `FOLD` says which.
const source = `export const FOLD_VERSION = ${JSON.stringify(process.env.FOLD)}`
const hooks = `export async function load(url, context, next) {
  return /\\/shared\\/state\\/foldVersion\\.ts(?:\\?|$)/.test(url) ? { format: 'module', source: ${JSON.stringify(source)}, shortCircuit: true } : next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
