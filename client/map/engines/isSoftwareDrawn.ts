/** Renderers that have no graphics card, as ANGLE and Mesa call them. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render/i

let known: boolean | undefined

/** Whether the processor draws WebGL on this machine, as the browser names its renderer. */
export function isSoftwareDrawn(): boolean {
  return known ??= probe()
}

function probe(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl)
    return false
  const names = gl.getExtension('WEBGL_debug_renderer_info')
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  // A browser has few contexts to give.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return SOFTWARE.test(name)
}
