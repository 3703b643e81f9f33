// @ts-check
/** What `npm start` says before and around the server, in English and Chinese; the compiler sees that both say the same. */
const en = {
  /** @param {string} version */
  unfitNode: version => `Wangge needs Node 20.19 or newer (22.12 or newer of 22; 24 is recommended); this is Node ${version}. Install a newer one from https://nodejs.org and run the same command again.`,
  installing: 'Installing packages from package-lock.json (the first time: a minute or two)',
  /** @param {string} said */
  notInstalled: said => `The packages could not be installed; npm said:\n\n${said}\n\nCheck that this machine reaches its npm registry (npm ping), then run the same command again.`,
  parts: { client: 'the screens', server: 'the server', fold: 'the fold for other clients' },
  /** @param {string} part */
  building: part => `Building ${part}`,
  /** @param {string} part @param {string} said */
  notBuilt: (part, said) => `Building ${part} failed:\n\n${said}`,
  /** @param {number} n */
  seconds: n => `${n} s`,
  /** @param {string} why */
  endsBefore: why => `Wangge ends before it has begun: ${why}.`,
  /** @param {string} why */
  ends: why => `Wangge ends: ${why}.`,
  terminalClosed: 'its terminal was closed',
  npmGone: 'npm, which started it, is gone',
  killed: 'The server did not end in time and was killed; what was accepted is kept.',
  /** @param {{ signal: string, log: string, embedded: boolean }} of */
  died: ({ signal, log, embedded }) => `The server died of ${signal}${signal === 'SIGKILL' ? ' (somebody killed it, or the system for want of memory)' : ''}; its last words are in ${log}. What was accepted is kept: ${embedded ? 'npm run log:check says whether the log is whole, ' : ''}npm start starts it again.`,
  /** @param {{ code: string | number, seconds: number, log: string }} of */
  simulatorStopped: ({ code, seconds, log }) => `The simulator stopped (${code}) and starts again in ${seconds} s; its words are in ${log}`,
}

/** @type {typeof en} */
const zh = {
  unfitNode: version => `网格系统需要 Node 20.19 或更新（22 系列需 22.12 或更新，建议 24）；本机是 Node ${version}。请从 https://nodejs.org 安装新版本，再运行同一命令。`,
  installing: '按 package-lock.json 安装软件包（首次需一两分钟）',
  notInstalled: said => `软件包未能安装，npm 的输出：\n\n${said}\n\n请检查本机能否访问 npm 源（npm ping），再运行同一命令。`,
  parts: { client: '画面', server: '服务器', fold: '供其他程序使用的状态函数' },
  building: part => `构建${part}`,
  notBuilt: (part, said) => `构建${part}失败：\n\n${said}`,
  seconds: n => `${n} 秒`,
  endsBefore: why => `尚未启动即停止：${why}。`,
  ends: why => `网格系统停止：${why}。`,
  terminalClosed: '终端已关闭',
  npmGone: '启动它的 npm 已不在',
  killed: '服务器未能按时停止，已强制结束；已接收的数据都已保存。',
  died: ({ signal, log, embedded }) => `服务器因 ${signal} 中断${signal === 'SIGKILL' ? '（被人结束，或内存不足被系统结束）' : ''}；最后的记录在 ${log}。已接收的数据都已保存：${embedded ? 'npm run log:check 检查日志是否完整，' : ''}npm start 重新启动。`,
  simulatorStopped: ({ code, seconds, log }) => `模拟器停止（${code}），${seconds} 秒后重新启动；它的记录在 ${log}`,
}

/**
 * In the language of LC_ALL, LC_MESSAGES or LANG; English where none of them says Chinese.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 */
export function startWords(env = process.env) {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG)?.startsWith('zh') ? zh : en
}
