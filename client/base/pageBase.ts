/**
 * Where this page's server begins, ending in a slash: `https://wangge.example.cn/`, or with a path where a proxy serves it under
 * one (S7). The server writes it into the page, so a build knows nothing of it. All addresses of the server are relative to it.
 */
export function pageBase(): string {
  return new URL(document.documentElement.dataset.base ?? '/', window.location.href).href
}
