import { checkDistrict } from './checkDistrict.ts'
import { DistrictError } from './DistrictError.ts'
import { readDistrictDir } from './readDistrictDir.ts'

process.exitCode = await check(process.argv[2])

/** Prints every fault of a district's folder, a line each: `file  code  reason`. */
async function check(dir: string | undefined): Promise<number> {
  if (dir === undefined) {
    process.stderr.write('Name the folder to check: npm run district:check -- DIR\n')
    return 2
  }
  try {
    const raw = await readDistrictDir(dir)
    const faults = [...raw.faults, ...checkDistrict(raw.files)]
    for (const { file, code, reason } of faults)
      process.stdout.write(`${file}  ${code}  ${reason.replace(/\s+/g, ' ')}\n`)
    process.stdout.write(faults.length === 0 ? `${dir}: no faults, the district can be used.\n` : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${dir}.\n`)
    return faults.length === 0 ? 0 : 1
  }
  catch (error) {
    if (!(error instanceof DistrictError))
      throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
