/** Whether what went wrong is a token that Mapbox does not take. It may come long after the map stands: Mapbox asks late. */
export function isRefusal(message: string, status: number | undefined): boolean {
  return status === 401 || status === 403 || /access token/i.test(message)
}
