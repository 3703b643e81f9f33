/** A lawful example of an event type, for documents and checks. */
export interface Example {
  subject: string
  data: Record<string, unknown>
}
