import { LogUnavailableError } from '../LogUnavailableError.ts'

/**
 * @param code the district that is to be served, if it is known
 * @param kept the district whose log lies in the folder `path`, if that is known
 * @throws LogUnavailableError if they differ
 */
export function refuseOther(path: string, code: string | undefined, kept: string | undefined): void {
  if (code !== undefined && kept !== undefined && code !== kept)
    throw new LogUnavailableError(`The embedded log in ${path} is that of district ${kept}, and the data set is that of ${code}: set DATA_DIR to a directory of its own, or DISTRICT_DIR to the data set of ${kept}.`)
}
