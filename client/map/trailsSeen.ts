import { defineStore } from 'pinia'
import { useProjection } from '../picture/projection.ts'
import { Trails } from './Trails.ts'

/** Gathers trails from the positions as they come, once for all pictures, from when it is first asked for. */
export const useTrailsSeen = defineStore('trails-seen', () => {
  const projection = useProjection()
  const trails = new Trails()

  function gather(workers: Iterable<string>): void {
    for (const worker of workers) {
      const position = projection.positions.get(worker)
      if (position)
        trails.add(position)
      else
        trails.forget(worker)
    }
  }

  projection.onPublish(({ whole, workers }) => {
    if (whole)
      trails.keep(worker => projection.positions.has(worker))
    gather(whole ? projection.positions.keys() : workers)
  })
  gather(projection.positions.keys())

  return { of: (worker: string) => trails.of(worker) }
})
