import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from './packageRoot.ts'

/**
 * Command and arguments that run one of our programs as a process of its own: from the build where we come from the build, else from its source.
 * @param caller `import.meta.url` of the caller
 * @param source path of the program in this package
 * @param built its name in dist/server
 */
export function programAt(caller: string, source: string, built: string): string[] {
  const root = packageRoot(caller)
  return fileURLToPath(caller).startsWith(join(root, 'dist'))
    ? [process.execPath, join(root, 'dist/server', built)]
    : [process.execPath, '--import', 'tsx', join(root, source)]
}
