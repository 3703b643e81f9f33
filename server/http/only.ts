import type { Response } from 'express'
import { problem } from './problem.ts'

/** Ends a route: every other method is answered 405. */
export function only(route: { all: (answer: (request: unknown, response: Response) => void) => unknown }, ...methods: string[]): void {
  route.all((_request, response) => {
    response.setHeader('Allow', methods.join(', '))
    problem(response, 405, `Use ${methods.join(' or ')} here.`)
  })
}
