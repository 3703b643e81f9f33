// Runs in the page before anything else: counts the WebGL objects that live, by what makes and what deletes them. What
// goes with a lost or collected context is gone with it. A script of its own: nothing may be put around it.
{
  const kinds = ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'Program', 'Shader', 'VertexArray']
  const living = new Map()
  const known = new WeakMap()
  const contexts = new WeakMap()
  const proto = WebGL2RenderingContext.prototype

  for (const kind of kinds) {
    const create = proto[`create${kind}`]
    const remove = proto[`delete${kind}`]
    proto[`create${kind}`] = function (...args) {
      const made = create.apply(this, args)
      if (made) {
        const ref = new WeakRef(made)
        known.set(made, ref)
        living.set(ref, refOf(this))
      }
      return made
    }
    proto[`delete${kind}`] = function (...args) {
      living.delete(known.get(args[0]))
      return remove.apply(this, args)
    }
  }

  function refOf(context) {
    let ref = contexts.get(context)
    if (!ref)
      contexts.set(context, ref = new WeakRef(context))
    return ref
  }

  window.livingGpuObjects = () => {
    for (const [ref, context] of living) {
      if (!ref.deref() || !context.deref() || context.deref().isContextLost())
        living.delete(ref)
    }
    return living.size
  }
}
