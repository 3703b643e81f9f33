/** A sentence for people if this Node cannot build and run Wangge, else undefined. Vite's range: 20.19, 22.12 and newer. */
export function unfitNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fit = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  return fit ? undefined : `Wangge needs Node 20.19 or newer (22.12 or newer of 22; 24 is recommended); this is Node ${version}. Install a newer one from https://nodejs.org and run the same command again.`
}
