import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { runQuietly, tail } from '../../server/setUp/runQuietly.mjs'

const tools = [
  { name: 'redis-server', present: () => onPath('redis-server'), skip: 'WANGGE_SKIP_REDIS', suites: file => /\.redis\.(?:browser\.)?test\.ts$/.test(file) },
  { name: 'chromium', present: () => existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'), skip: 'WANGGE_SKIP_BROWSER', suites: file => file.endsWith('.browser.test.ts') },
  { name: 'firefox-esr', present: () => existsSync(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'), skip: 'WANGGE_SKIP_FIREFOX', suites: file => file.endsWith('firefox.browser.test.ts') },
  { name: 'fonts-noto-cjk', present: hasChineseFont },
]

/**
 * Sees to what the suites need beside npm: installs it where it may (root on Debian), else prints the command.
 * Answers `{ env, skippedFiles, problem? }`: variables that leave suites out, their files, and under CI what is wrong.
 */
export async function testTools(root, { ci, signal }) {
  let missing = await whatIsMissing()
  if (missing.length && mayInstall())
    await installAll(missing.map(tool => tool.name), signal)
  missing = await whatIsMissing()
  if (missing.length === 0)
    return { env: {}, skippedFiles: [] }

  const names = missing.map(tool => tool.name).join(' ')
  console.log(`\nMissing here: ${names}. To install: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`)
  if (ci)
    return { env: {}, skippedFiles: [], problem: `tools (${names})` }

  const files = (await readdir(join(root, 'test'), { recursive: true })).filter(file => file.endsWith('.test.ts'))
  const skippedFiles = missing.flatMap(({ name, suites }) => suites ? files.filter(suites).map(file => ({ name, file })) : [])
  for (const { name, file } of skippedFiles)
    console.log(`SKIPPED for want of ${name}: test/${file}`)
  return {
    env: Object.fromEntries(missing.flatMap(({ skip }) => skip ? [[skip, '1']] : [])),
    skippedFiles: [...new Set(skippedFiles.map(({ file }) => file))],
  }
}

async function whatIsMissing() {
  const present = await Promise.all(tools.map(tool => tool.present()))
  return tools.filter((_, i) => !present[i])
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get')
}

async function installAll(names, signal) {
  console.log(`Installing ${names.join(', ')} with apt-get, which the tests need …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=2']
  for (let attempt = 1; attempt <= 2 && !signal.aborted; attempt++) {
    const update = await runQuietly('apt-get', [...wait, 'update', '-qq'], { env, signal })
    const { code, output } = await runQuietly('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...names], { env, signal })
    if (code === 0)
      return
    console.log(`apt-get did not succeed (attempt ${attempt} of 2):\n${tail(update.code === 0 ? output : update.output + output, 8)}`)
  }
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, program)))
}

/** Without a Chinese face every label is an empty box, and pictures and widths in tests mean nothing. */
async function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'))
    return true
  const { code, output } = await runQuietly('fc-list', [':lang=zh-cn', 'family'])
  return code === 0 && output.trim() !== ''
}
