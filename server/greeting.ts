import type { Config } from './config/config.ts'
import type { RunningServer } from './startServer.ts'

/** One screen of plain words for whoever started the server. */
export function greeting({ url, district, logDescription, open311Key }: Pick<RunningServer, 'url' | 'district' | 'logDescription' | 'open311Key'>, { dataDir, publicUrl, development }: Config): string {
  const { names, code, grids, demo } = district
  return [
    '',
    `  Wangge 网格 · ${names.zh} ${names.en ?? ''} (${code}), ${grids.length} grids 个网格`,
    '',
    `  wall 大屏     ${publicUrl ?? url}/wall`,
    `  desk 值班台   ${publicUrl ?? url}/duty`,
    `  log 日志流    ${logDescription}`,
    `  words 运行记录 ${development ? 'this screen 本屏幕' : `${dataDir}/logs/server.log`}`,
    ...(demo ? [`  Open311 密钥  api_key=${open311Key}`, '', '  All people, households and matters are invented. 人员、住户、事件均为虚构。'] : []),
    '',
    '  Ctrl-C ends it; the next start goes on from here. 按 Ctrl-C 停止，下次启动接着运行。',
    '',
  ].join('\n')
}
