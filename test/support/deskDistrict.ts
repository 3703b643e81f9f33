import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TINY_DISTRICT } from './startTestServer.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** The tiny district with two seats of a duty shift and without the engine, so that people alone act. */
export async function deskDistrict(): Promise<AsyncDisposable & { path: string }> {
  const folder = await temporaryFolder()
  await cp(TINY_DISTRICT, folder.path, { recursive: true })
  const file = join(folder.path, 'district.json')
  const district = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  district.seats = [
    { name: { zh: '值班席 1' }, role: 'dutyOfficer' },
    { name: { zh: '带班席 2' }, role: 'dutyLead' },
  ]
  district.rules = { engine: { on: false } }
  district.desk = {
    units: ['旗供热公司', '旗住建局'],
    checklists: { facility: [{ id: 'scene-secured', names: { zh: '现场已围挡警示', en: 'scene secured' } }, { id: 'repaired', names: { zh: '已修复', en: 'repaired' } }] },
    reportTo: ['旗政府总值班室'],
  }
  await writeFile(file, JSON.stringify(district))
  return folder
}
